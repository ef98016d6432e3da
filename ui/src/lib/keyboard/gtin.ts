// GTINs: the numbers behind EAN-8, UPC-A, EAN-13 and GTIN-14 barcodes.

/** Whether the last digit is the check digit of those before it (GS1 General Specifications §7.9). */
export function isGtin(code: string): boolean {
  if (!/^([0-9]{8}|[0-9]{12,14})$/.test(code)) return false;
  let sum = 0;
  for (let place = 1; place <= code.length; place += 1) {
    sum += Number(code[code.length - place]) * (place % 2 === 0 ? 3 : 1);
  }
  return sum % 10 === 0;
}
