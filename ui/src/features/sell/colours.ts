// Colours of categories. A shop gives `#rrggbb` or one of the design's names; a category without a colour wears the one
// of its icon, so that a counter is never grey by neglect.

const COLOURS: Readonly<Record<string, string>> = {
  blue: '#1f66b8',
  sky: '#0c7fb0',
  teal: '#0b7f74',
  green: '#2f7d32',
  olive: '#66701a',
  amber: '#b26b00',
  orange: '#c2560c',
  rust: '#a4442a',
  red: '#b3261e',
  rose: '#bb2463',
  pink: '#b32d8a',
  violet: '#7f3fb5',
  indigo: '#5a48c9',
  brown: '#7a5236',
  grey: '#5b6962',
  slate: '#4a5a6a',
};

const ICONS_BY_COLOUR: Readonly<Record<string, string>> = {
  blue: 'smartphone tablet phone laptop monitor tv milk fish',
  sky: 'square memory-stick hard-drive usb wifi router droplets snowflake bath glasses',
  teal: 'watch bike dumbbell pill heart-pulse bluetooth',
  green: 'leaf apple salad flower wheat carrot baby',
  olive: 'cable printer nut',
  amber: 'plug plug-zap beer cookie banana lightbulb lamp croissant popcorn',
  orange: 'battery-charging zap pizza soup cat dog paw-print ham drumstick',
  rust: 'wrench hammer scissors paintbrush beef',
  red: 'cigarette car candy',
  rose: 'headphones speaker mic radio wine cake',
  pink: 'gift ice-cream-cone gem spray-can shirt',
  violet: 'shield camera gamepad-2 cup-soda',
  indigo: 'card-sim book-open newspaper pencil',
  brown: 'coffee sofa backpack briefcase footprints',
};

const iconColours = new Map(
  Object.entries(ICONS_BY_COLOUR).flatMap(([colour, icons]) =>
    icons.split(' ').map((icon) => [icon, colour]),
  ),
);

/** A CSS colour; grey for a name that the design does not have. */
export function colourOf(colour: string | null, icon: string | null): string {
  if (colour !== null && /^#[0-9a-f]{6}$/i.test(colour)) return colour;
  const name = colour ?? iconColours.get(icon ?? '') ?? 'grey';
  return COLOURS[name] ?? 'var(--muted)';
}
