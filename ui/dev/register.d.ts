/** What the shop is like at the start: see `register/`. */
export type Options = Readonly<Record<string, unknown>>;

export function register(options?: Options): (command: string, args?: unknown) => unknown;
export function install(options?: Options): void;
