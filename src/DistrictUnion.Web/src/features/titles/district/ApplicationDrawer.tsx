import { useMutation } from '@tanstack/react-query';
import { App, Button, Drawer, Space, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { write, type Tagged } from '../../../api/client';
import type { ApplicationView, ProgrammeDefinition } from '../../../api/schema';
import { points } from '../../../shared/format';
import { Loaded } from '../../../shared/Page';
import { may, useRole } from '../../../shared/session';
import { day, moment } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { filesOfApplication } from '../../evidence/queries';
import { ReasonDialog } from '../../rounds/BoardPage';
import { ApplicationFiles } from '../ApplicationFiles';
import { KnownUnit } from '../KnownUnit';
import { districtSteps, explained, possibleSteps, type DistrictStep } from './applicationSteps';
import { BranchScores } from './BranchScores';
import { useApplication, useRefresh } from './queries';
import { Refused } from './Refused';
import { Trail } from './Trail';
import { applicationColor, markWord } from './words';

const refusing: DistrictStep[] = ['return', 'forfeit', 'reject', 'disqualify'];

/** One application: what it says, what the rules say, what happened, and the steps that its state allows. */
export function ApplicationDrawer({ programme, application: code, round, definition, onClose }: { programme: string; application: string; round: string; definition: ProgrammeDefinition; onClose: () => void }) {
  const words = useWords();
  const role = useRole();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const application = useApplication(programme, code);
  const [asking, setAsking] = useState<DistrictStep>();
  const act = useMutation({
    mutationFn: ({ step, reason }: { step: DistrictStep; reason?: string }) => write(
      `POST /title-programmes/{programme}/applications/{application}/${districtSteps[step]}`, { path: { programme, application: code }, ifMatch: application.data!.tag, body: { reason } }),
    onSuccess: () => message.success(words.titlesDistrict.done),
    onSettled: refresh,
  });
  const steps = may.manageRounds(role) && application.data ? possibleSteps(application.data.body.allowed, application.data.body.state, definition) : [];
  return (
    <Drawer open size={640} title={application.data?.body.unitName ?? words.titlesDistrict.details} onClose={onClose} styles={{ wrapper: { maxWidth: '100%' } }}>
      <Loaded of={[application]}>
        {() => (
          <>
            <Refused error={act.error} />
            {steps.length > 0 && (
              <Space wrap style={{ display: 'flex', marginBottom: 16 }}>
                {steps.map((step) => (
                  <Button
                    key={step} type={explained.includes(step) ? 'default' : 'primary'} danger={refusing.includes(step)} loading={act.isPending && act.variables.step === step}
                    onClick={() => (explained.includes(step) ? setAsking(step) : act.mutate({ step }))}
                  >
                    {words.titlesDistrict.step[step]}
                  </Button>
                ))}
              </Space>
            )}
            <Content application={application.data!} programme={programme} round={round} definition={definition} />
          </>
        )}
      </Loaded>
      <ReasonDialog
        open={asking !== undefined} title={asking ? words.titlesDistrict.step[asking]! : ''} label={words.titlesDistrict.why} onCancel={() => setAsking(undefined)}
        onConfirm={(reason) => {
          act.mutate({ step: asking!, reason });
          setAsking(undefined);
        }}
      />
    </Drawer>
  );
}

function Content({ application, programme, round, definition }: { application: Tagged<ApplicationView>; programme: string; round: string; definition: ProgrammeDefinition }) {
  const words = useWords();
  const a = application.body;
  return (
    <>
      <Space wrap>
        <Tag color={applicationColor[a.state]}>{words.titlesDistrict.applicationState[a.state]}</Tag>
        {a.receivedAt && <span>{words.titlesDistrict.received} <span className="numeric">{moment(a.receivedAt)}</span></span>}
        {a.isLate && <Tag color="warning">{words.titlesDistrict.late}</Tag>}
        {a.rank != null && <b>{words.titlesDistrict.rankOf(a.rank)}</b>}
        {a.total != null && <span>{words.titlesDistrict.total} {points(a.total)}</span>}
        {a.marks.map((mark) => <Tag key={mark}>{markWord(mark, words)}</Tag>)}
      </Space>
      <div style={{ marginTop: 12 }}><KnownUnit known={a.known} school={a.school} /></div>
      <Part title={words.titlesDistrict.report}><div style={{ whiteSpace: 'pre-wrap' }}>{a.state === 'draft' ? words.titlesDistrict.draftReport : a.report || words.titlesDistrict.noReport}</div></Part>
      <Part title={words.titlesSchool.files}>
        {a.files.length === 0 ? words.titlesSchool.noFiles : (
          <ApplicationFiles source={filesOfApplication({ programme, application: a.code })} files={a.files}>{(f) => <>{f.purpose}</>}</ApplicationFiles>
        )}
      </Part>
      <Part title={words.titlesDistrict.approvals}>
        {a.approvals.length === 0 ? words.titlesDistrict.noApprovals : (
          <ul style={{ margin: 0, paddingLeft: 20 }}>
            {a.approvals.map((x) => (
              <li key={x.step}>{words.titlesDistrict.approval[x.step]}：<span className="numeric">{day(x.on)}</span> {x.document}{x.eligible != null && `，${words.titlesDistrict.vote(x.eligible, x.present ?? 0, x.for ?? 0)}`}</li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={words.titlesDistrict.eligibility}>
        {a.eligibility.length === 0 ? words.titlesDistrict.noRules : (
          <ul style={{ margin: 0, paddingLeft: 0, listStyle: 'none' }}>
            {a.eligibility.map((e) => (
              <li key={e.rule} style={{ padding: '4px 0' }}>
                <Tag color={e.isMet ? 'success' : 'error'}>{e.isMet ? words.titlesDistrict.met : words.titlesDistrict.notMet}</Tag>{e.finding.text}
                <div><small>{words.titlesDistrict.clause(e.clause.document, e.clause.article, e.clause.text)}</small></div>
              </li>
            ))}
          </ul>
        )}
      </Part>
      {definition.subject === 'branch' && <Part title={words.titlesDistrict.scores}><BranchScores application={application} programme={programme} round={round} /></Part>}
      <Part title={words.titlesDistrict.trail}><Trail entries={a.trail} states={words.titlesDistrict.applicationState} /></Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section style={{ marginTop: 20 }}>
      <h3 style={{ fontSize: 15, margin: '0 0 8px' }}>{title}</h3>
      {children}
    </section>
  );
}
