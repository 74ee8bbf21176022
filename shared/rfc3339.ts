const Calendar = Date; // eslint-disable-line no-restricted-globals -- for arithmetic: no clock is read

const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d{1,9})?([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/i;

/**
 * Epoch ms of an RFC 3339 §5.6 date-time, or of one with the offsets `±hhmm` and `±hh` that PostgreSQL prints.
 * `undefined`: not this form; a string: why it is refused.
 */
export function readRfc3339(text: string): number | string | undefined {
  // Epoch time has no leap seconds: theirs is the last millisecond before.
  const found = form.exec(text.replace(/:60(\.\d+)?(?!:)/, ':59.999').replace(/z$/i, '+00'));
  if (!found) return;
  const [, date, time, fraction = '.', sign, hours, minutes = 0] = found;
  const [year, month, ...rest] = `${date}:${time}`.split(/\D/).map(Number);
  const local = Calendar.UTC(year!, month! - 1, ...rest);
  // What was no day or time comes back as another one.
  if (!new Calendar(local).toISOString().startsWith(`${date}T${time}`)) return 'impossible-date';
  const offset = +`${sign}${hours}` * 36e5 + +`${sign}${minutes}` * 6e4;
  return local - offset + +`${fraction}000`.slice(1, 4);
}
