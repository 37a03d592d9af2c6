import type { ObligationDefinition } from '../../api/schema';
import { useWords } from '../../shared/words';

/** Says when an obligation is due, in a sentence. */
export function useDueWords() {
  const text = useWords().obligationTemplates;
  return ({ due, recurrence }: ObligationDefinition): string => {
    const every = text.recurrence[recurrence];
    const shift = due.shift === 'none' ? '' : text.shiftShort[due.shift];
    switch (due.kind) {
      case 'monthDay': return text.onDay(every, due.month ?? 0, due.day ?? 0) + shift;
      case 'periodEnd': return (due.days ? text.atEndAnd(every, due.days) : text.atEnd(every)) + shift;
      case 'daysAfterEvent': return text.afterEvent(text.trigger[due.trigger!], due.days ?? 0) + shift;
      case 'workingDaysAfterEvent': return text.afterEventWorking(text.trigger[due.trigger!], due.days ?? 0);
      case 'termEnd': return text.termEnd(-(due.days ?? 0)) + shift;
      case 'roundDue': return due.semester ? text.roundDueOf(due.semester) : text.roundDue;
      default: return text.titleDue;
    }
  };
}
