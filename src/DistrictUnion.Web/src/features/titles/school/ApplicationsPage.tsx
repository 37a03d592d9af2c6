import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { serverNow, write } from '../../../api/client';
import { Problem } from '../../../api/problem';
import type { ApplicationSummary, CampaignView, TitleView } from '../../../api/schema';
import { Loaded, Nothing, Page, Panel } from '../../../shared/Page';
import { may, useRole, useSession } from '../../../shared/session';
import { day, span, until } from '../../../shared/time';
import { useWords } from '../../../shared/words';
import { useBranches } from '../../activities/queries';
import { stateColor, useCampaigns, useOwnApplications, useOwnTitles } from './queries';
import { Refusal } from './Refusal';

/** What a school can apply for, what it has begun, and what it holds. */
export default function ApplicationsPage() {
  const words = useWords().titlesSchool;
  const role = useRole();
  const { user } = useSession();
  const [campaigns, applications, titles] = [useCampaigns(), useOwnApplications(), useOwnTitles()];
  const canApply = may.applyForTitles(role);
  return (
    <Page title={words.nav}>
      <Loaded of={[campaigns, applications, titles]}>
        {() => {
          const open = campaigns.data!.filter((c) => c.state === 'open');
          const of = (campaign: CampaignView) => applications.data!.filter((a) => a.campaign === campaign.code);
          const past = campaigns.data!.filter((c) => c.state !== 'open' && of(c).length > 0);
          return (
            <>
              {!canApply && open.length > 0 && <p>{words.onlyChair}</p>}
              {open.length === 0 && <Panel><Nothing title={words.none} hint={words.noneHint} /></Panel>}
              {open.map((c) => <Campaign key={c.code} campaign={c} applications={of(c)} school={user?.activePost?.scope.school ?? ''} canApply={canApply} />)}
              {past.length > 0 && (
                <Panel title={words.past}>
                  {past.map((c) => <div key={c.code}><h3 style={{ fontSize: 14, margin: '4px 0' }}>{c.name}</h3><Begun campaign={c} applications={of(c)} canApply={false} /></div>)}
                </Panel>
              )}
              {titles.data!.length > 0 && <Held titles={titles.data!} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Campaign({ campaign, applications, school, canApply }: { campaign: CampaignView; applications: ApplicationSummary[]; school: string; canApply: boolean }) {
  const words = useWords();
  const own = words.titlesSchool;
  const left = Date.parse(campaign.dueAt) - serverNow();
  const isOfBranch = campaign.definition?.subject === 'branch';
  return (
    <Panel title={campaign.name} extra={<Tag color={left > 0 ? 'processing' : 'warning'}>{left > 0 ? own.left(span(left, words)) : own.open}</Tag>}>
      <p style={{ marginTop: 0 }}>
        {left > 0 ? own.dueUntil(until(campaign.dueAt)) : own.over} · {isOfBranch ? own.forBranch : own.forSchool}
        {campaign.definition?.basis && <><br />{campaign.definition.basis}</>}
      </p>
      <Begun campaign={campaign} applications={applications} canApply={canApply} />
      {applications.length === 0 && !canApply && <p style={{ marginBottom: 0 }}>{own.notBegun}</p>}
      {canApply && (isOfBranch || applications.length === 0) && <Begin campaign={campaign} school={school} begun={applications.map((a) => a.unit)} isOfBranch={isOfBranch} />}
    </Panel>
  );
}

/** The applications that exist already. */
function Begun({ campaign, applications, canApply }: { campaign: CampaignView; applications: ApplicationSummary[]; canApply: boolean }) {
  const words = useWords().titlesSchool;
  return applications.map((a) => (
    <div key={a.code} className="leaf-head" style={{ flexWrap: 'wrap', paddingBlock: 6 }}>
      <span>{a.unitName} <Tag color={stateColor[a.state]}>{words.state[a.state]}</Tag></span>
      <Link to={`/applications/${campaign.programme}/${a.code}`}>
        <Button type={canApply && a.state === 'draft' ? 'primary' : 'default'} aria-label={`${canApply && a.state === 'draft' ? words.goOn : words.look} ${a.unitName}`}>{canApply && a.state === 'draft' ? words.goOn : words.look}</Button>
      </Link>
    </div>
  ));
}

/** Begins an application; one that the conditions rule out is told the clause. The school's branches are asked for only when it is a branch that applies. */
function Begin({ campaign, school, begun, isOfBranch }: { campaign: CampaignView; school: string; begun: string[]; isOfBranch: boolean }) {
  const words = useWords().titlesSchool;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [unit, setUnit] = useState<string | undefined>(isOfBranch ? undefined : school);
  const branches = useBranches(isOfBranch ? school : undefined);
  const begin = useMutation({
    mutationFn: async () => (await write('PUT /title-programmes/{programme}/applications/{application}', {
      path: { programme: campaign.programme, application: `${campaign.code}.${unit}` }, onlyNew: true, body: { report: '' },
    })).body,
    onSuccess: async (made) => {
      await queries.invalidateQueries({ queryKey: ['title-applications'] });
      await navigate(`/applications/${campaign.programme}/${made.code}`);
    },
  });
  const left = branches.data?.filter((b) => !b.to && !begun.includes(b.code)) ?? [];
  if (isOfBranch && branches.data && left.length === 0) return <p style={{ marginBottom: 0 }}>{words.allBegun}</p>;
  return (
    <div style={{ marginTop: 8 }}>
      <Refusal error={begin.error} title={begin.error instanceof Problem && begin.error.status === 422 ? words.cantBegin : undefined} />
      <Space wrap>
        {isOfBranch && (
          <Select
            aria-label={words.chooseBranch} placeholder={words.chooseBranch} style={{ width: 'min(280px, 74vw)' }} loading={branches.isPending} value={unit} onChange={(next) => { setUnit(next); begin.reset(); }}
            options={left.map((b) => ({ value: b.code, label: b.name }))} showSearch={{ optionFilterProp: 'label' }}
          />
        )}
        <Button type="primary" disabled={!unit} loading={begin.isPending} onClick={() => begin.mutate()}>{words.begin}</Button>
      </Space>
    </div>
  );
}

function Held({ titles }: { titles: TitleView[] }) {
  const words = useWords().titlesSchool;
  const days = (t: TitleView) => [
    words.awardedOn(day(t.awardedOn)), !t.endedOn && t.rectifyBy && words.rectifyBy(day(t.rectifyBy)), !t.endedOn && t.dueOn && words.dueOn(day(t.dueOn)), !t.endedOn && t.endsOn && words.endsOn(day(t.endsOn)), t.endedOn && words.endedOn(day(t.endedOn)),
  ].filter(Boolean).join(' · ');
  return (
    <Panel title={words.held}>
      {titles.map((t) => (
        <div key={t.number} className="leaf-head" style={{ flexWrap: 'wrap', paddingBlock: 6 }}>
          <span>
            <b>{t.title}</b> <Tag color={t.state === 'valid' ? 'success' : t.endedOn ? 'default' : 'warning'}>{words.heldState[t.state]}</Tag>
            <br />{t.unitName} · {days(t)}
          </span>
          <Link to={`/titles/${t.number}/certificate`}><Button aria-label={`${words.certificate} ${t.unitName}`}>{words.certificate}</Button></Link>
        </div>
      ))}
    </Panel>
  );
}
