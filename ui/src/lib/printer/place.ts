// A printer's place as somebody types it.

import type { PrinterConnection } from '$lib/bindings/store/PrinterConnection';
import type { PrinterSettings } from '$lib/bindings/store/PrinterSettings';

/** All three ways at once, so that trying another one forgets nothing. */
export interface TypedPlace {
  kind: PrinterConnection['kind'];
  host: string;
  port: string;
  path: string;
}

/** Where a field has what is wrong with it. */
export type PlaceFault = 'host' | 'port' | 'path';

/** Raw printing listens there. */
const USUAL_PORT = 9100;
const MOST_PORT = 65_535;

/** What a printer is taken for until somebody says otherwise. */
export const USUAL_PRINTER: PrinterSettings = {
  connection: { kind: 'none' },
  paper: 'mm80',
  code_page: 'wpc1253',
  drawer: true,
  automatic: true,
};

export function typedPlace(connection: PrinterConnection): TypedPlace {
  return {
    kind: connection.kind,
    host: connection.kind === 'network' ? connection.host : '',
    port: String(connection.kind === 'network' ? connection.port : USUAL_PORT),
    path: connection.kind === 'file' ? connection.path : '',
  };
}

/** The fields that cannot be sent. */
export function faultsOf(typed: TypedPlace): readonly PlaceFault[] {
  if (typed.kind === 'none') return [];
  if (typed.kind === 'file') return typed.path.trim() === '' ? ['path'] : [];
  const faults: PlaceFault[] = [];
  if (!/^[^\s/]+$/.test(typed.host.trim())) faults.push('host');
  const port = Number(typed.port.trim());
  if (!Number.isInteger(port) || port < 1 || port > MOST_PORT) faults.push('port');
  return faults;
}

/** What is sent; call it only without faults. */
export function placeOf(typed: TypedPlace): PrinterConnection {
  if (typed.kind === 'network')
    return { kind: 'network', host: typed.host.trim(), port: Number(typed.port.trim()) };
  return typed.kind === 'file' ? { kind: 'file', path: typed.path.trim() } : { kind: 'none' };
}
