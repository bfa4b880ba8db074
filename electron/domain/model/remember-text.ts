/** So many different texts are remembered; then all are forgotten and it begins again. */
const MOST = 20_000

/** The same function, which reads each text once: the same few words come thousands of times. Its answers must not be changed. */
export function rememberText<Answer>(read: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const answer = known.get(text)
    if (answer !== undefined) return answer
    const fresh = read(text)
    if (known.size >= MOST) known.clear()
    known.set(text, fresh)
    return fresh
  }
}
