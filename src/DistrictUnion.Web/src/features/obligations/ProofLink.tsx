import { Link } from 'react-router';
import type { ObligationView } from '../../api/schema';
import { useWords } from '../../shared/words';

/** Leads to where the proof of an obligation is made, where the product has such a place. */
export function ProofLink({ obligation: o }: { obligation: ObligationView }) {
  const words = useWords();
  const to = o.evidence === 'evaluationSubmitted' && o.source && o.school ? `/rounds/${o.source}/schools/${o.school}/evaluation`
    : o.evidence === 'titleReinspected' ? '/titles'
      : o.evidence === 'publicityPutUp' ? '/title-programmes'
        : o.evidence === 'careVisited' ? '/care'
          : null;
  return to && <Link to={to}>{words.obligations.goThere}</Link>;
}
