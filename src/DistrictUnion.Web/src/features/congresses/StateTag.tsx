import { Tag } from 'antd';
import type { CongressState, ProposalState } from '../../api/schema';
import { useWords } from '../../shared/words';

const colours: Record<CongressState, string> = { planned: 'processing', held: 'success', inquorate: 'error', confirmed: 'success', cancelled: 'default' };
const proposalColours: Partial<Record<ProposalState, string>> = { submitted: 'processing', accepted: 'processing', assigned: 'warning', replied: 'processing', rated: 'success' };

/** Where a congress stands. */
export function StateTag({ state }: { state: CongressState }) {
  return <Tag color={colours[state]}>{useWords().congresses.state[state]}</Tag>;
}

/** Where a proposal stands. */
export function ProposalTag({ state, isReopened }: { state: ProposalState; isReopened: boolean }) {
  const words = useWords().congresses;
  return <Tag color={proposalColours[state]}>{words.proposalState[state]}{isReopened && state === 'assigned' && ` · ${words.again}`}</Tag>;
}
