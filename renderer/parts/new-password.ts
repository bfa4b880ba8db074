import { passwordWeakness } from '../../electron/vocabulary/access.ts'

/** What is wrong with a new password typed twice; null when nothing is. `known`: words of the book nobody should build one from. */
export function newPasswordProblem(
  { first, again }: { readonly first: string; readonly again: string },
  known: readonly string[],
): string | null {
  const why = passwordWeakness(first, known)
  if (why !== null) return `这个密码不行：${why}。`
  return first === again ? null : '两次输入的密码不一样。'
}
