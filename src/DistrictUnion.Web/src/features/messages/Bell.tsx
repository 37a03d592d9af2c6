import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Badge, Button } from 'antd';
import { useNavigate } from 'react-router';
import { get } from '../../api/client';
import { useWords } from '../../shared/words';
import { summaryKey } from './queries';

const everyMinute = 60_000;

/** How many messages are unread, and the way to them. */
export function Bell() {
  const words = useWords();
  const navigate = useNavigate();
  const summary = useQuery({ queryKey: summaryKey, queryFn: ({ signal }) => get('GET /inbox/summary', { signal }), staleTime: everyMinute, refetchInterval: everyMinute });
  const unread = summary.data?.unread ?? 0;
  return (
    <Button
      type="text" aria-label={words.messages.bell(unread)} onClick={() => navigate('/inbox')}
      icon={<Badge count={unread} size="small" overflowCount={99} color="#b3261e"><BellOutlined style={{ color: '#fff', fontSize: 16 }} /></Badge>}
    />
  );
}
