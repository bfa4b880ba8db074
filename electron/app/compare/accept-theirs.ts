import { propertyOf } from '../../vocabulary/person-fields.ts'
import { Refusal } from '../../vocabulary/refusals.ts'
import type { CallInput, Input, Output } from '../../contract/operations.ts'
import type { ComparedField } from '../../domain/compare/compare-lists.ts'
import { QUOTA_CATEGORIES, QUOTA_CATEGORY_NAMES } from '../../domain/model/quota-category.ts'
import { isAcceptable } from './read-comparison.ts'
import type { CommandContext } from '../context.ts'
import { gatherComparison } from './gather-comparison.ts'
import { correctPerson } from '../people/correct-person.ts'

type Changes = CallInput<'person.correct'>['changes']

/**
 * Takes over what the list says of one person: a correction, with the list as its reason.
 * @throws `difference_gone` when the list no longer differs there; what a correction is refused for.
 */
export async function acceptTheirs(
  input: Input<'compare.accept'>,
  context: CommandContext,
): Promise<Output<'compare.accept'>> {
  const { comparison, fileName } = await gatherComparison(input, context)
  const own = comparison.differing.filter(
    (difference) => difference.personId === input.personId && input.fields.includes(difference.field),
  )
  if (own.length < input.fields.length || !input.fields.every(isAcceptable)) throw new Refusal('difference_gone')
  const changes = own.reduce<Changes>(
    (all, difference) => ({ ...all, ...changeOf(difference.field, difference.theirs) }),
    {},
  )
  return correctPerson(
    { personId: input.personId, changes, reason: input.reason ?? `与“${fileName}”比对，采用对方信息` },
    context,
  )
}

function changeOf(field: ComparedField, value: string): Changes {
  switch (field) {
    case 'category':
      return { categoryCode: QUOTA_CATEGORIES.find((code) => QUOTA_CATEGORY_NAMES[code] === value) }
    case 'unit':
    case 'post':
      return {}
    default:
      return { [propertyOf(field)]: value }
  }
}
