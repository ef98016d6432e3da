/** After the program was stopped in the middle of something. */
export const unclean = {
  title: 'The register was stopped abruptly',
  nothingLost: 'Nothing was lost. The journal was checked, and every finished sale is in it.',
  last: 'Last saved sale',
  none: 'No sale was saved yet.',
  total: 'Total',
  received: 'Received',
  change: 'Change',
  printed: 'Receipt',
  goOn: 'Go on',
};
