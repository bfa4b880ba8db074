import type { ArithmeticAnswer, ArithmeticQuestion } from '../../contract/arithmetic.ts'
import { checkStatement, type Statement } from '../../domain/report-arithmetic/check-statement.ts'

/** A report's own figures, judged without a book. */
export function answerArithmetic(asked: ArithmeticQuestion): ArithmeticAnswer {
  return checkStatement(statementOf(asked))
}

/** Many at once, in their order. */
export function checkArithmetic(input: { readonly statements: readonly ArithmeticQuestion[] }): {
  answers: ArithmeticAnswer[]
} {
  return { answers: input.statements.map(answerArithmetic) }
}

function statementOf({ label = '', parts, total, partial, from, to, cut, rate }: ArithmeticQuestion): Statement {
  if (parts !== undefined) return { kind: 'sum', label, parts, total: total ?? null, open: partial === true }
  return { kind: 'cut', label, from: from ?? null, to: to ?? null, cut: cut ?? null, rate: rate ?? null }
}
