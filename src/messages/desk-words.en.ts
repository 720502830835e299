import type { deskWordMessagesVi } from './desk-words.vi.ts';

/** What the desk says of the newsroom’s words, in English (C-1). */
export const deskWordMessagesEn: Readonly<Record<keyof typeof deskWordMessagesVi, string>> = {
  'words.hint':
    'Comments with a banned or a suspect word always wait for review. Ignored words count for nothing, even where the lists of the system have them ({ban} banned, {suspect} suspect).',
  'words.ban': 'Banned words',
  'words.suspect': 'Suspect words',
  'words.allow': 'Ignored words',
  'words.all': 'All lists',
  'words.new': 'Add words',
  'words.new.hint':
    'One word or phrase a line. Put = before one that without its accents is an everyday word.',
  'words.into': 'To the list',
  'words.filter': 'Filter the lists',
  'words.list': '{n} word | {n} words',
  'words.none': 'There are no words yet.',
  'words.noMatch': 'No word matches.',
  'words.more':
    '{n} more. Type into the filter to find it. | {n} more. Type into the filter to find them.',
  'words.everyday': 'counts only with its accents',
  'words.added': '{editor}, {time}',
  'words.remove': 'Remove',
  'words.remove.sr': 'Remove “{word}”',
  'words.keep': 'Keep',
  'words.keep.sr': 'Keep “{word}”',
  'words.test': 'Try it on a comment',
  'words.test.send': 'Try',
  'words.test.empty': 'Enter a comment to try',
  'words.test.none': 'No word of the lists.',
  'words.test.found': 'Found in {n} place. | Found in {n} places.',
  'words.test.draft': 'With the changes that are not saved.',
  'hit.junk': '“{word}” ({list}, {form}): waits, probably not to be published',
  'hit.hold': '“{word}” ({list}, {form}): waits',
  'hit.note': '“{word}” ({list}, {form}): only marked',
  'form.exact': 'as listed',
  'form.folded': 'without accents',
  'form.disguised': 'disguised',
  'form.starred': 'with *',
  'words.save': 'Save the lists',
  'words.nothing': 'Nothing was changed.',
  'words.tooShort': 'Too short to look for, two letters at least: {words}',
  'words.tooLong': 'Longer than {n} character: {words} | Longer than {n} characters: {words}',
  'words.tooMany':
    'At most {n} word at a time, {all} in all. | At most {n} words at a time, {all} in all.',
  'words.conflict': 'Somebody has just changed the lists. Look at them again, then save.',
  'recheck.running': 'Looking through published comments: {n} read, {found} reported.',
  'recheck.done':
    'Done at {time}: {n} published comment read, {found} reported. | Done at {time}: {n} published comments read, {found} reported.',
};
