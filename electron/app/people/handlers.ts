import type { CommandHandlers, QueryHandlers } from '../context.ts'
import { settleIdentity } from './settle-identity.ts'
import { addOwnField, changeOwnField, listOwnFields, removeOwnField } from './keep-own-fields.ts'
import { readOffQuota } from './read-off-quota.ts'
import { chooseOverQuota } from './choose-over-quota.ts'
import { correctPerson } from './correct-person.ts'
import { correctPeople } from './correct-people.ts'
import { readPerson } from './read-person.ts'
import { lookAtPerson, readPersonRecord } from './read-person-record.ts'
import { erasePerson, listErasable } from './erase-person.ts'
import { revealPerson } from './reveal-person.ts'
import { readTimeline } from './read-timeline.ts'
import { readPosts } from './read-posts.ts'
import { followRoster } from './follow-roster.ts'
import { readRoster } from './read-roster.ts'
import { readUnitEvents } from './unit-events.ts'
import { makeUnitPackage } from './unit-package.ts'
import { mergeUnitPackages } from './merge-unit-packages.ts'
import { acceptViewCopy, makeViewCopy, readViewCopy } from './view-copy.ts'
import { readSeats } from './read-seats.ts'
import { readStructure } from './read-structure.ts'

export const PEOPLE_QUERIES = {
  'roster.read': readRoster,
  'roster.follow': followRoster,
  'person.read': readPerson,
  'person.erasable': listErasable,
  'person.timeline': readTimeline,
  'seats.read': readSeats,
  'structure.read': readStructure,
  'posts.read': readPosts,
  'offQuota.read': readOffQuota,
  'ownField.list': listOwnFields,
  'person.record': readPersonRecord,
  'viewCopy.file': makeViewCopy,
  'viewCopy.read': readViewCopy,
  'unitPackage.file': makeUnitPackage,
  'unitPackage.events': readUnitEvents,
} satisfies Partial<QueryHandlers>

export const PEOPLE_COMMANDS = {
  'person.correct': correctPerson,
  'people.correct': correctPeople,
  'identity.settle': settleIdentity,
  'overQuota.choose': chooseOverQuota,
  'person.reveal': revealPerson,
  'person.look': lookAtPerson,
  'person.erase': erasePerson,
  'viewCopy.accept': acceptViewCopy,
  'unitPackage.merge': mergeUnitPackages,
  'ownField.add': addOwnField,
  'ownField.change': changeOwnField,
  'ownField.remove': removeOwnField,
} satisfies Partial<CommandHandlers>
