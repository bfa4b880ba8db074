import './questions.css'
import { useId, useState } from 'react'
import type { ImportQuestionView } from '../../../electron/contract/import-operations.ts'
import { Button } from '../../ui/button.tsx'
import { answerWords } from './answer-words.ts'
import { withAnswers } from './import-options.ts'
import type { ImportPreview } from './proof-model.ts'
import type { Import } from './use-import.ts'
import { Suggestions } from '../../ui/suggestions.tsx'

/** Choices that stand as buttons; the others are in a list behind them. */
const BUTTONS = 3

/** What a township's people mostly are: these stand as buttons where nothing is proposed. */
const USUAL: readonly string[] = ['行政编制', '事业编制', '劳务派遣']

interface QuestionsProps {
  readonly run: Import
  readonly preview: ImportPreview
  readonly onShow: (question: ImportQuestionView) => void
}

/** What only she can say: one question for all rows it is about, answered with one click. */
export function Questions({ run, preview, onShow }: QuestionsProps) {
  const { questions } = preview
  const { work, options } = run.state
  const answer = (answers: Readonly<Record<string, string>>) => void run.correct(withAnswers(options, answers))
  const proposed = Object.fromEntries(
    questions.flatMap(({ id, suggested }) => (suggested === null ? [] : [[id, suggested] as const])),
  )
  if (questions.length === 0) return null
  return (
    <section className="questions" aria-label="要您回答的问题" data-testid="import-questions">
      <p className="questions-lead">
        <strong>还有 {questions.length} 个问题，答完才能导入。</strong>
        <span className="quiet">回答记在编制本里，同样的表下次不再问。</span>
        {Object.keys(proposed).length > 1 && (
          <Button small disabled={work !== null} onClick={() => answer(proposed)}>
            {Object.keys(proposed).length} 个都按建议回答
          </Button>
        )}
      </p>
      <ol>
        {questions.map((question) => (
          <li key={question.id}>
            <Question
              question={question}
              preview={preview}
              busy={work !== null}
              onAnswer={(value) => answer({ [question.id]: value })}
              onShow={() => onShow(question)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What is taken in besides if she says so; nothing waits for it. */
export function Offers({ run, preview, onShow }: QuestionsProps) {
  const { offers } = preview
  const { work, options } = run.state
  if (offers.length === 0) return null
  return (
    <section className="questions offers" aria-label="可答可不答的问题" data-testid="import-offers">
      <p className="questions-lead">
        <strong>可答可不答：</strong>
        <span className="quiet">不答也能导入，就不记。</span>
      </p>
      <ol>
        {offers.map((question) => (
          <li key={question.id}>
            <Question
              question={question}
              preview={preview}
              busy={work !== null}
              typed="批准文号…"
              onAnswer={(value) => void run.correct(withAnswers(options, { [question.id]: value }))}
              onShow={() => onShow(question)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface QuestionProps {
  readonly question: ImportQuestionView
  readonly preview: ImportPreview
  readonly busy: boolean
  /** What stands in the field for an answer of her own. */
  readonly typed?: string
  readonly onAnswer: (value: string) => void
  readonly onShow: () => void
}

function Question({ question, preview, busy, typed = '另写…', onAnswer, onShow }: QuestionProps) {
  const choices = choicesOf(question, preview)
  const { rows, suggested } = question
  const first = choices.slice(0, choices.length <= BUTTONS + 1 ? BUTTONS + 1 : BUTTONS)
  const rest = choices.slice(first.length)
  return (
    <div className="question" role="group" aria-label={question.text} data-kind={question.kind}>
      <span className="question-text">
        {question.text}
        {rows.length > 0 && (
          <Button look="link" onClick={onShow}>
            {rows.length === 1 ? `看第 ${rows[0] ?? ''} 行` : `看这 ${rows.length} 行`}
          </Button>
        )}
      </span>
      <span className="question-answers">
        {first.map(({ value, text }) => (
          <Button
            key={value}
            small
            look={value === suggested ? 'main' : 'plain'}
            disabled={busy}
            onClick={() => onAnswer(value)}
          >
            {text}
          </Button>
        ))}
        {question.free ? (
          <FreeAnswer choices={rest} busy={busy} typed={typed} onAnswer={onAnswer} />
        ) : (
          rest.length > 0 && (
            <select
              className="input select question-more"
              aria-label={`${question.text} 其他回答`}
              value=""
              disabled={busy}
              onChange={(event) => event.target.value !== '' && onAnswer(event.target.value)}
            >
              <option value="">其他…</option>
              {rest.map(({ value, text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )
        )}
      </span>
    </div>
  )
}

/** Any text, with the known ones offered as she types. */
function FreeAnswer({
  choices,
  busy,
  typed,
  onAnswer,
}: {
  readonly choices: ImportQuestionView['choices']
  readonly busy: boolean
  readonly typed: string
  readonly onAnswer: (value: string) => void
}) {
  const [text, setText] = useState('')
  const listId = useId()
  const chosen = choices.find((choice) => choice.text === text.trim())?.value ?? text.trim()
  return (
    <form
      className="question-free"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== '') onAnswer(chosen)
      }}
    >
      <input
        className="input"
        aria-label="另写一个回答"
        placeholder={typed}
        list={listId}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Suggestions id={listId} typed={text} options={choices.map((choice) => ({ value: choice.text }))} />
      <Button type="submit" small disabled={busy || chosen === ''}>
        就是它
      </Button>
    </form>
  )
}

/** What is proposed comes first. A column may hold any field, also one the question does not name. */
function choicesOf(question: ImportQuestionView, preview: ImportPreview): ImportQuestionView['choices'] {
  const named = new Set(question.choices.map(({ value }) => value))
  const fields =
    question.kind === 'column'
      ? preview.fields
          .filter(({ field, purpose }) => purpose === 'roster' && !named.has(field))
          .map(({ field, title }) => ({ value: field, text: title }))
      : []
  const rank = (value: string) => {
    if (value === question.suggested) return 0
    const usual = USUAL.indexOf(value)
    return usual === -1 ? USUAL.length + 1 : usual + 1
  }
  return [...question.choices, ...fields].toSorted((a, b) => rank(a.value) - rank(b.value))
}

/** What she has answered in this proof and can still take back. */
export function Answered({ run, preview }: { readonly run: Import; readonly preview: ImportPreview }) {
  const { options, work } = run.state
  const answers = Object.entries(options.answers)
  if (answers.length === 0) return null
  return (
    <details className="answered" data-testid="import-answered">
      <summary>您回答了 {answers.length} 个问题，导入时记下，同样的表不再问</summary>
      <ul>
        {answers.map(([id, answer]) => (
          <li key={id}>
            {answerWords(id, answer, preview.fields)}
            <Button
              look="link"
              disabled={work !== null}
              onClick={() => void run.correct(withAnswers(options, { [id]: null }))}
            >
              重新回答
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Answers of earlier imports this sheet was read by: told, and forgotten where they no longer hold. */
export function Remembered({ run, preview }: { readonly run: Import; readonly preview: ImportPreview }) {
  const { remembered } = preview
  if (remembered.length === 0) return null
  // Where everybody without an office goes is worth a look each time.
  const placed = remembered.some(({ id }) => /^(?:groupUnit|place):/u.test(id))
  return (
    <details className="answered" open={placed} data-testid="import-remembered">
      <summary>按您以前的 {remembered.length} 个回答读的，没有再问</summary>
      <ul>
        {remembered.map(({ id, answer }) => (
          <li key={id}>
            {answerWords(id, answer, preview.fields)}
            <Button look="link" disabled={run.state.work !== null} onClick={() => void run.forget([id])}>
              忘掉，重新问
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
