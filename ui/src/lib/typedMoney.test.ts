import { describe, expect, test } from 'vitest';
import { sumOfPieces, typedMoney, typedQuantity, worthOf } from './typedMoney';

const eur = (minor: number) => ({ minor, currency: 'EUR' });

describe('typed money', () => {
  test.each([
    ['20', 2000],
    ['20,5', 2050],
    ['20.5', 2050],
    ['20,50', 2050],
    ['0,05', 5],
    [',5', 50],
    ['5,', 500],
    ['1.234,50', 123450],
    ['1,234.50', 123450],
    ['1.234.567', 123456700],
    ['12.500,5', 1250050],
    ['1 234,50', 123450],
    ['0,500', 50],
    ['20,5000', 2050],
    ['0', 0],
  ])('%s is %i cents', (text, minor) => {
    expect(typedMoney(text, 'EUR', 2)).toEqual({ kind: 'value', value: eur(minor) });
  });

  test.each(['.', '1,2,3', '12.34,5.6', '1.23.456', 'abc', '12a', '-5', '1,2345', '12,345', '9'.repeat(17)])(
    '%s is refused or asked about, never guessed',
    (text) => {
      expect(typedMoney(text, 'EUR', 2).kind).not.toBe('value');
    },
  );

  test('three digits after one mark are asked about', () => {
    expect(typedMoney('1.200', 'EUR', 2)).toEqual({ kind: 'ambiguous', readings: [eur(120000), eur(120)] });
    expect(typedMoney('1,200', 'EUR', 2)).toEqual({ kind: 'ambiguous', readings: [eur(120000), eur(120)] });
  });

  test('a reading that the currency cannot hold is not offered', () => {
    expect(typedMoney('1.234', 'EUR', 2)).toEqual({ kind: 'ambiguous', readings: [eur(123400)] });
  });

  test('a currency without decimals takes none', () => {
    expect(typedMoney('1500', 'JPY', 0)).toEqual({ kind: 'value', value: { minor: 1500, currency: 'JPY' } });
    expect(typedMoney('15,5', 'JPY', 0)).toEqual({ kind: 'invalid' });
  });

  test('nothing is nothing', () => {
    expect(typedMoney(' ', 'EUR', 2)).toEqual({ kind: 'empty' });
  });

  test('no floating point comes near: 8,70 is 870 and not 869', () => {
    expect(typedMoney('8,70', 'EUR', 2)).toEqual({ kind: 'value', value: eur(870) });
    expect(typedMoney('90071992547409,91', 'EUR', 2)).toEqual({
      kind: 'value',
      value: eur(9007199254740991),
    });
  });
});

describe('a typed quantity', () => {
  test.each([
    ['3', 3000],
    ['1,5', 1500],
    ['0.25', 250],
  ])('%s is %i thousandths', (text, milli) => {
    expect(typedQuantity(text)).toEqual({ kind: 'value', value: milli });
  });

  test('of zero, or the size of a barcode, is refused', () => {
    expect(typedQuantity('0')).toEqual({ kind: 'invalid' });
    expect(typedQuantity('5201234567890')).toEqual({ kind: 'invalid' });
  });
});

describe('counted coins and notes', () => {
  test('come to the cent', () => {
    const counted = [
      { value: eur(5000), pieces: 3 },
      { value: eur(10), pieces: 7 },
      { value: eur(1), pieces: 9 },
    ];
    expect(sumOfPieces(counted, 'EUR')).toEqual(eur(15079));
    expect(worthOf(eur(20), 13)).toEqual(eur(260));
  });

  test('beyond what a number holds exactly come to nothing, never to a wrong sum', () => {
    expect(sumOfPieces([{ value: eur(50000), pieces: 999_999_999_999_999 }], 'EUR')).toBeNull();
    expect(worthOf(eur(50000), 999_999_999_999_999)).toBeNull();
  });
});
