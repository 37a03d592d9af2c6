import { PlusOutlined } from '@ant-design/icons';
import { Button, Space, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CongressView, ProposalView } from '../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../shared/Page';
import { may, useRole } from '../../shared/session';
import { useWords } from '../../shared/words';
import { Overview } from './Overview';
import { PlanDialog } from './PlanDialog';
import { ProposalDialog } from './ProposalDialog';
import { ProposalDrawer } from './ProposalDrawer';
import { ProposalList } from './ProposalList';
import { useCongresses, useProposals } from './queries';
import { RuleDialog } from './RuleDialog';
import { StateTag } from './StateTag';

/** A school's congresses, and the proposals that wait for one; above it the numbers of all schools. */
export default function CongressesPage() {
  const role = useRole();
  return may.ofSchool(role) ? <OwnCongresses /> : <AllCongresses />;
}

function AllCongresses() {
  const words = useWords();
  const role = useRole();
  const [ruling, setRuling] = useState(false);
  return (
    <Page title={words.congresses.overview} tools={may.manageRounds(role) && <Button onClick={() => setRuling(true)}>{words.congresses.rule}</Button>}>
      <Overview />
      {ruling && <RuleDialog onClose={() => setRuling(false)} />}
    </Page>
  );
}

function OwnCongresses() {
  const words = useWords();
  const role = useRole();
  const found = useCongresses();
  const waiting = useProposals();
  const [planning, setPlanning] = useState(false);
  const [writing, setWriting] = useState(false);
  const [open, setOpen] = useState<ProposalView>();
  const plans = may.writeCongresses(role);
  const plan = plans && <Button type={found.data?.total === 0 ? 'primary' : 'default'} size="large" icon={<PlusOutlined />} onClick={() => setPlanning(true)}>{words.congresses.plan}</Button>;
  return (
    <Page title={words.congresses.title} tools={<>{plan}<Button type="primary" size="large" icon={<PlusOutlined />} onClick={() => setWriting(true)}>{words.congresses.write}</Button></>}>
      <Loaded of={[found, waiting]}>
        {() => (
          <>
            {found.data!.total === 0 ? <Nothing title={words.congresses.none} hint={plans ? words.congresses.noneHint : words.congresses.noneHintLead} /> : (
              <Panel title={words.congresses.list}>
                <ul className="activities">{found.data!.items.map((c) => <Entry key={c.code} congress={c} />)}</ul>
              </Panel>
            )}
            {waiting.data!.length > 0 && <Panel title={words.congresses.waiting}><ProposalList proposals={waiting.data!} onOpen={setOpen} /></Panel>}
          </>
        )}
      </Loaded>
      {planning && <PlanDialog last={found.data?.items[0]} onClose={() => setPlanning(false)} />}
      {writing && <ProposalDialog onClose={() => setWriting(false)} />}
      {open && <ProposalDrawer id={open.id} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

function Entry({ congress: c }: { congress: CongressView }) {
  const words = useWords();
  return (
    <li className={c.state === 'cancelled' ? 'activity off' : 'activity'}>
      <h3><Link to={`/congresses/${encodeURIComponent(c.code)}`}>{words.congresses.name(c.kind, c.term, c.session)}</Link> <StateTag state={c.state} /></h3>
      <Space wrap size={[16, 4]} className="facts">
        <span>{c.heldOn ? words.congresses.heldOn(c.heldOn) : words.congresses.plannedOn(c.plannedOn)}</span>
        {c.present !== null && c.present !== undefined && <span>{words.congresses.attended(c.present, c.delegates)}</span>}
        <span>{words.congresses.proposalCounts(c.proposals.submitted, c.proposals.accepted, c.proposals.replied)}</span>
        {c.state === 'planned' && <Tag color="processing">{words.congresses.until(c.proposalsUntil)}</Tag>}
      </Space>
    </li>
  );
}
