import { noteCopied } from './forget-copies.ts'

/** Puts text on the clipboard; false where the machine does not let us. Only after a click. A whole ID number is taken off again. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    noteCopied(text)
    return true
  } catch {
    return false
  }
}
