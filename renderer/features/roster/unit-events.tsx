import { useState } from 'react'
import type { UnitOffer } from '../../../electron/contract/unit-package-operations.ts'
import { call, toApiError, type ApiError } from '../../api/client.ts'
import { useQuery } from '../../api/use-query.ts'
import { goTo } from '../../text/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/form.tsx'
import { ErrorLine } from '../../ui/states.tsx'
import { toastSaved } from '../../ui/toast.tsx'

const mayTake = ({ event, text, problem, conflict }: UnitOffer) =>
  event !== null && text !== null && problem === null && conflict === null

/** Changes a unit registered, one below the other with what each would come to; each is registered by itself, as if typed here. */
export function UnitEvents({ fileId }: { readonly fileId: string }) {
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const query = useQuery('unitPackage.events', { fileId, ...(reason === '' ? {} : { reason }) })
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ApiError | null>(null)
  const offers = query.data?.offers ?? []
  if (offers.length === 0 && typed === '') return <ErrorLine error={query.error} />
  const take = async ({ event, person, title }: UnitOffer) => {
    if (event === null) return
    setBusy(true)
    setFailed(null)
    try {
      await call('event.add', { event })
      toastSaved(`已登记${person}的${title}`)
    } catch (cause) {
      setFailed(toApiError(cause))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="copy-rows copy-events" aria-label="机构报来的变动">
      <h3>
        机构报来的变动 {offers.length} 项
        {query.data?.settled === 0 ? '' : `，另有 ${query.data?.settled ?? 0} 项编制本里已经登记`}
      </h3>
      <div onBlur={() => setReason(typed.trim())}>
        <Field label="理由" hint="要写理由才能登记的变动，写在这里，一并记入台账">
          {(ids) => <TextInput {...ids} value={typed} onChange={setTyped} />}
        </Field>
      </div>
      {offers.map((offer) => (
        <div key={offer.id} className="copy-event">
          <span className="number">{offer.on}</span>
          <div>
            <strong>{offer.text ?? `${offer.person}${offer.title}`}</strong>
            {offer.sentences.map((sentence) => (
              <p key={sentence} className="quiet">
                {sentence}
              </p>
            ))}
            {offer.created.map((text) => (
              <p key={text} className="amber">
                {text}
              </p>
            ))}
            {(offer.conflict ?? offer.problem) !== null && <p className="red">{offer.conflict ?? offer.problem}</p>}
          </div>
          {mayTake(offer) ? (
            <Button small disabled={busy || query.loading} onClick={() => void take(offer)}>
              登记
            </Button>
          ) : (
            <Button small onClick={() => goTo('journal', formOf(offer))}>
              另行登记…
            </Button>
          )}
        </div>
      ))}
      <ErrorLine error={failed} />
    </section>
  )
}

/** The form for it, with what is known filled in. */
function formOf({ event, personId }: UnitOffer): Readonly<Record<string, string>> {
  const asked = { tab: 'register', ...(event === null ? {} : { event: event.type }) }
  const place =
    event !== null && 'post' in event && 'unit' in event ? { unit: event.unit ?? '', post: event.post ?? '' } : {}
  return { ...asked, ...(personId === null ? {} : { who: personId }), ...place }
}
