/*
 * Masks as they are prescribed for publication (永安市政府办 2023-01): 138****1234, 35*************123. They are made here, as values: a format or
 * a hidden column would leave the whole number in the file.
 */

/** First two and last three places of an ID number, 18 or 15 long; '' for none. */
export function publicIdNumber(number: string | null): string {
  if (number === null || number.length < 15) return ''
  return `${number.slice(0, 2)}${'*'.repeat(number.length - 5)}${number.slice(-3)}`
}

/** 138****1234; a desk telephone keeps its area code and last two places; '' for none. */
export function publicPhone(phone: string | null): string {
  if (phone === null) return ''
  const digits = phone
    .normalize('NFKC')
    .replaceAll(/\D/g, '')
    .replace(/^86(?=1\d{10}$)/, '')
  if (digits.length === 11 && digits.startsWith('1')) return `${digits.slice(0, 3)}****${digits.slice(-4)}`
  return digits.length < 7 ? '' : `${digits.slice(0, Math.max(3, digits.length - 7))}****${digits.slice(-2)}`
}

const LONG_RUN = /\d{11,}/
const SHOWN_END = 6

/** 编制卡号 as a public sheet shows it: one that is as long as an ID or a mobile number, or holds one, by its last six places. */
export function publicCardNumber(card: string | null): string {
  if (card === null) return ''
  const plain = card.normalize('NFKC').trim()
  const run = plain.replaceAll(/[\s-]/g, '')
  return LONG_RUN.test(run) ? `尾号${run.slice(-SHOWN_END)}` : plain
}
