import { Refusal } from '../../vocabulary/refusals.ts'
import type { Input } from '../../contract/operations.ts'
import type { PlainDate } from '../../domain/model/plain-date.ts'
import type { StoredNotice } from '../../store/notice-store.ts'

/** 初审 and 保密审查 as they are frozen with the notice. */
export type SignOffs = Pick<StoredNotice, 'checkedBy' | 'checkedOn' | 'reviewedBy' | 'reviewedOn'>

/**
 * Reads who checked and reviewed, and when; a day that is not given is today, or the posting where that is earlier. 先审查、后公开 (信息公开条例 art. 17):
 * first the check, then the review, then the wall. @throws notice_sign_off, notice_sign_off_incomplete, notice_same_signer.
 */
export function readSignOffs(input: Input<'notice.issue'>, today: PlainDate): SignOffs {
  const usual = today < input.from ? today : input.from
  const check = signOff('初审', input.checkedBy, input.checkedOn, usual)
  const review = signOff('保密审查', input.reviewedBy, input.reviewedOn, usual)
  for (const { what, on } of [check, review]) {
    if (on !== null && on > input.from)
      throw new Refusal('notice_sign_off', { what, day: on, why: `在张贴日 ${input.from} 之后` })
  }
  if (check.on !== null && review.on !== null && review.on < check.on)
    throw new Refusal('notice_sign_off', {
      what: review.what,
      day: review.on,
      why: `在初审日期 ${check.on} 之前`,
    })
  refuseOneSigner(check.by, review.by)
  return { checkedBy: check.by, checkedOn: check.on, reviewedBy: review.by, reviewedOn: review.on }
}

/** The check and the review must be made by two different people. @throws notice_same_signer */
export function refuseOneSigner(checkedBy: string | null, reviewedBy: string | null): void {
  if (checkedBy !== null && reviewedBy !== null && plainName(checkedBy) === plainName(reviewedBy))
    throw new Refusal('notice_same_signer', { by: checkedBy })
}

/** 王 主任 and 王主任 are the same name. */
function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/gu, '')
}

interface SignOff {
  readonly what: string
  readonly by: string | null
  readonly on: PlainDate | null
}

function signOff(what: string, by: string | undefined, on: PlainDate | undefined, usual: PlainDate): SignOff {
  const signed = by !== undefined && by !== ''
  if (!signed && on !== undefined) throw new Refusal('notice_sign_off_incomplete', { what })
  return { what, by: signed ? by : null, on: signed ? (on ?? usual) : null }
}
