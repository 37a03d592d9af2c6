import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Descriptions, Space, Tag, Timeline } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { serverNow, write, type Tagged } from '../../../api/client';
import { Problem } from '../../../api/problem';
import type { ApplicationView, CampaignView, ProgrammeDefinition } from '../../../api/schema';
import { points } from '../../../shared/format';
import { Loaded, Page, Panel } from '../../../shared/Page';
import { may, useRole, useSession } from '../../../shared/session';
import { moment, span, until } from '../../../shared/time';
import { forget, recall, remember } from '../../../shared/unsavedDrafts';
import { useWords } from '../../../shared/words';
import { KnownUnit } from '../KnownUnit';
import { Approvals, isAgreed } from './Approvals';
import { Eligibility } from './Eligibility';
import { Files, type Attached } from './Files';
import { stateColor, useApplication, useCampaignOf, useOwnTitles } from './queries';
import { Refusal } from './Refusal';
import { Report, type Written } from './Report';

/** The steps that a school takes by itself. */
const ownSteps = ['recommend', 'recall', 'withdraw'] as const;
type OwnStep = (typeof ownSteps)[number];

/** An application from the first word to the certificate. */
export default function ApplicationPage() {
  const { programme = '', application = '' } = useParams();
  const path = { programme, application };
  const [found, campaign] = [useApplication(path), useCampaignOf(path)];
  return (
    <Loaded of={[found, campaign]}>
      {() => (
        <Page title={`${campaign.data!.name} · ${found.data!.body.unitName}`}>
          <Form key={application} found={found.data!} campaign={campaign.data!} definition={campaign.data!.definition!} />
        </Page>
      )}
    </Loaded>
  );
}

function Form({ found, campaign, definition }: { found: Tagged<ApplicationView>; campaign: CampaignView; definition: ProgrammeDefinition }) {
  const words = useWords();
  const own = words.titlesSchool;
  const role = useRole();
  const { user } = useSession();
  const { message, modal } = App.useApp();
  const queries = useQueryClient();
  const { body, tag } = found;
  const path = { programme: body.programme, application: body.code };
  const kept = `title-application/${user?.userName}/${body.code}`;
  const savedFiles: Attached[] = body.files.map(({ evidence, purpose }) => ({ evidence, purpose }));
  const saved: Written = { report: body.report, marks: body.marks, files: savedFiles };
  const [written, setWritten] = useState<Written>(() => ({ ...saved, ...recall<Written>(kept)?.value }));
  const change = (next: Written) => {
    setWritten(next);
    remember(kept, { base: saved, value: next });
  };
  const canWrite = may.applyForTitles(role) && body.state === 'draft' && campaign.state === 'open';
  const isDirty = canWrite && (written.report !== body.report || [...written.marks].sort().join() !== [...body.marks].sort().join() || JSON.stringify(written.files) !== JSON.stringify(savedFiles));
  const keep = (next: Tagged<ApplicationView>) => {
    queries.setQueryData(['title-application', body.programme, body.code], next);
    void queries.invalidateQueries({ queryKey: ['title-applications'] });
  };
  // What was refused stands until something is mended.
  const mended = (sentence: string) => {
    step.reset();
    message.success(sentence);
  };
  const put = async (ifMatch: string) => {
    const next = await write('PUT /title-programmes/{programme}/applications/{application}', { path, ifMatch, body: written });
    forget(kept);
    keep(next);
    return next;
  };
  const onError = (error: Error) => {
    if (error instanceof Problem && error.isStale) void queries.invalidateQueries({ queryKey: ['title-application', body.programme, body.code] });
  };
  const save = useMutation({ mutationFn: () => put(tag), onSuccess: () => mended(own.reportSaved), onError });
  const step = useMutation({
    mutationFn: async (which: OwnStep) => {
      const now = which === 'recommend' && isDirty ? (await put(tag)).tag : tag;
      return { which, next: await write(`POST /title-programmes/{programme}/applications/{application}/${which}`, { path, ifMatch: now, body: {} }) };
    },
    onSuccess: ({ which, next }) => {
      keep(next);
      message.success({ recommend: own.recommended, recall: own.recalled, withdraw: own.withdrawn }[which]);
    },
    onError,
  });
  const ask = (which: OwnStep) => modal.confirm({
    title: own[which], content: { recommend: own.recommendSure, recall: own.recallSure, withdraw: own.withdrawSure }[which], okText: own[which], cancelText: words.common.cancel, okButtonProps: { danger: which === 'withdraw' },
    onOk: () => step.mutateAsync(which).catch(() => undefined),
  });
  const problems = step.error instanceof Problem ? step.error.problems : [];
  const saidOf = (part: string) => problems.filter((p) => p.path === part).map((p) => p.message);
  const offers = ownSteps.filter((s) => may.applyForTitles(role) && body.allowed.includes(s) && (s !== 'recommend' || canWrite));
  const unmet = body.eligibility.filter((f) => !f.isMet).length;
  const missing = [
    ...(written.report.trim() === '' ? [own.missingReport] : []), ...(written.files.some((f) => f.purpose.trim() === '') ? [own.missingPurpose] : []), ...definition.approvals.filter((s) => body.approvals.every((a) => a.step !== s)).map((s) => own.step[s]), ...(isAgreed(body, definition) ? [] : [own.missingConsent(definition.consentPercent!)]), ...(unmet > 0 ? [own.missingRule(unmet)] : []),
  ];
  const titles = useOwnTitles(body.unit, body.state === 'awarded');
  const certificate = titles.data?.find((t) => t.programme === body.programme && t.tier === campaign.tier);
  const left = Date.parse(body.dueAt) - serverNow();
  return (
    <>
      <Panel title={<Tag color={stateColor[body.state]}>{own.state[body.state]}</Tag>} extra={body.isLate && <Tag color="error">{own.late}</Tag>}>
        <p style={{ marginTop: 0 }}>{own.next[body.state]}</p>
        <Descriptions
          size="small" column={{ xs: 1, sm: 2 }} items={[
            { key: 'due', label: own.due, children: `${until(body.dueAt)}${body.state === 'draft' && left > 0 ? `（${own.left(span(left, words))}）` : ''}` },
            ...(body.receivedAt ? [{ key: 'received', label: own.receivedAt, children: moment(body.receivedAt) }] : []),
            ...(body.total !== null && body.total !== undefined ? [{ key: 'total', label: own.score, children: points(body.total) }] : []),
            ...(body.rank !== null && body.rank !== undefined ? [{ key: 'rank', label: own.rank, children: body.rank }] : []),
          ]}
        />
        {canWrite && (missing.length > 0
          ? <Alert type="info" showIcon style={{ marginBlock: 12 }} title={own.missing} description={<ul style={{ margin: 0, paddingLeft: 20 }}>{missing.map((m) => <li key={m}>{m}</li>)}</ul>} />
          : <Alert type="success" showIcon style={{ marginBlock: 12 }} title={own.ready} />)}
        {canWrite && isDirty && <p>{own.unsaved}</p>}
        <Refusal error={step.error} offered={ownSteps} />
        <Space wrap>
          {offers.map((s) => <Button key={s} type={s === 'recommend' ? 'primary' : 'default'} danger={s === 'withdraw'} loading={step.isPending && step.variables === s} onClick={() => ask(s)}>{own[s]}</Button>)}
          {(body.state === 'inPublicity' || body.state === 'objected') && <Button href={`/public/notices?district=${user?.district}`}>{own.notices}</Button>}
          {certificate && <Link to={`/titles/${certificate.number}/certificate`}><Button type="primary">{own.certificate}</Button></Link>}
        </Space>
      </Panel>
      <div className="grid" style={{ gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))' }}>
        <div style={{ minWidth: 0 }}>
          <Report
            written={written} definition={definition} canWrite={canWrite} isDirty={isDirty} isSaving={save.isPending} said={saidOf('report')} error={save.error}
            onChange={change} onSave={() => save.mutate()}
          />
          <Files
            path={path} round={campaign.round} school={body.school} saved={body.files} attached={written.files} canWrite={canWrite} said={[...saidOf('files'), ...filesSaid(save.error)]}
            onChange={(files) => change({ ...written, files })}
          />
          <Approvals
            application={found} definition={definition} canWrite={canWrite} said={saidOf('approvals')}
            onSaved={(next) => {
              keep(next);
              mended(own.approvalSaved);
            }}
          />
        </div>
        <div style={{ minWidth: 0 }}>
          <KnownUnit known={body.known} school={body.school} />
          <Eligibility application={body} campaign={campaign} definition={definition} said={saidOf('eligibility')} />
          <Panel title={own.trail}>
            {body.trail.length === 0 ? <p style={{ margin: 0 }}>{own.trailNone}</p> : (
              <Timeline
                items={body.trail.map((t, i) => ({
                  key: i, content: <>{own.did[t.step] ?? t.step}<br /><small>{moment(t.at)}</small>{t.reason && <div style={{ overflowWrap: 'anywhere' }}>{words.common.reason}：{t.reason}</div>}</>,
                }))}
              />
            )}
          </Panel>
        </div>
      </div>
    </>
  );
}

/** What was said of files when they were saved. */
const filesSaid = (error: Error | null) => (error instanceof Problem ? Object.entries(error.fields).filter(([field]) => field.startsWith('files')).flatMap(([, messages]) => messages) : []);
