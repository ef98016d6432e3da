// The settings of the shop, its printer and its people.

import { operators } from './people.js';
import { shopView } from './shop.js';

export function settings(state) {
  const shop = shopView(state);
  const kept = {
    name: shop.name,
    address: ['Fokionos Negri 12', '113 61 Athens'],
    tax_id: '123456783',
    country: 'gr',
    receipt: {
      footer: ['Thank you!'],
      logo: null,
      barcode: true,
      link: 'https://example.com',
      ...state.receipt,
    },
    printer: {
      connection: { kind: 'network', host: '192.168.1.50', port: 9100 },
      paper: 'mm80',
      code_page: 'wpc1253',
      drawer: true,
      automatic: true,
      ...state.printer,
    },
    staff: operators(state).map(({ operator, name, role }) => ({ operator, name, role, active: true })),
    app_version: '0.1.0 (2026-11-22)',
    data_dir: '/home/shop/.local/share/minas-pos',
  };
  const view = () => ({ ...kept, look: state.look });
  return {
    settings: view,
    change_shop: ({ name, address, tax_id, receipt }) => {
      Object.assign(kept, { name, address, tax_id, receipt });
      return view();
    },
    change_printer: ({ printer }) => {
      kept.printer = printer;
      return view();
    },
    change_look: ({ look }) => {
      state.look = look;
      return view();
    },
    add_staff: ({ name, role }) => {
      kept.staff = [...kept.staff, { operator: `operator-${kept.staff.length}`, name, role, active: true }];
      return view();
    },
    change_staff_pin: view,
    remove_staff: ({ operator }) => {
      kept.staff = kept.staff.map((one) => (one.operator === operator ? { ...one, active: false } : one));
      return view();
    },
    issue_recovery_code: () => ({
      operator: 'operator-0',
      code: 'T4MB-8KQX-2NWH-7PDC',
      print_job: null,
    }),
  };
}
