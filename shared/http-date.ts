const commaForm = /^\w+, ([ \d]\d)[ -](\w{3})[ -](\d\d|\d{4}) ([\d:]+) GMT$/;
const asctime = /^(\w{3}) (\w{3}) ([ \d]\d) ([\d:]+) (\d{4})$/;

const months = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const averageYear = 31_557e6;

/**
 * An HTTP date in any of the three forms of RFC 9110 §5.6.7 (or, as cookies have it, between the first two),
 * written as RFC 3339; `undefined`: not such a form. The weekday adds nothing and is not checked.
 */
export function httpDateAsRfc3339(text: string, now: number): string | undefined {
  const found = commaForm.exec(text.replace(asctime, '$1, $3 $2 $5 $4 GMT'));
  if (!found) return;
  const [, day, month, digits, time] = found;
  // Of two digits, the last such year that is not more than 50 years ahead.
  const latest = Math.floor(now / averageYear) + 2020;
  const year = digits![2] ? digits : latest - ((latest - +digits!) % 100);
  const monthNumber = `${months.indexOf(month!) / 3 + 101}`.slice(1);
  return `${year}-${monthNumber}-${day}T${time}Z`.replace(' ', '0');
}
