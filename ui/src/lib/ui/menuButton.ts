/** How a menu's button looks; one that stands in for a menu that is still to be read looks the same. */
export const MENU_BUTTON =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-card border border-line bg-surface px-4 font-semibold ' +
  'active:bg-sunk disabled:pointer-events-none disabled:opacity-45 data-[state=open]:bg-sunk';
