import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { Loading } from '../../shared/Loading';
import { write } from '../../api/client';
import { Problem } from '../../api/problem';
import { useWords } from '../../shared/words';

/** Where an invitation's link leads. The token stands behind the #, so that no server on the way ever sees it. */
export default function InvitationPage() {
  const words = useWords();
  const navigate = useNavigate();
  const token = location.hash.slice(1);
  const invited = useQuery({ queryKey: ['invitation', token], retry: false, queryFn: async () => (await write('POST /auth/invitation', { body: { token } })).body });
  const choose = useMutation({
    mutationFn: (password: string) => write('POST /auth/invitation', { body: { token, password } }),
    onSuccess: () => navigate('/', { replace: true }),
  });
  const problem = (choose.error ?? invited.error) as Problem | null;
  return (
    <main className="signin">
      <div style={{ width: 'min(100%, 400px)' }}>
        <h1 style={{ fontSize: 21 }}>{words.invitation.title}</h1>
        {invited.isPending && <Loading />}
        {problem && <Alert type="error" showIcon title={Object.values(problem.fields ?? {}).flat()[0] ?? problem.message} style={{ marginBottom: 16 }} />}
        {invited.data && (
          <>
            <p>{words.invitation.welcome(invited.data.displayName, invited.data.districtName)}</p>
            <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={({ password }) => choose.mutate(password)}>
              <Form.Item label={words.invitation.userName}><Input value={invited.data.userName} readOnly autoComplete="username" aria-label={words.invitation.userName} /></Form.Item>
              <Form.Item name="password" label={words.invitation.password} rules={[{ required: true, min: 10, message: words.invitation.short }]}><Input.Password autoComplete="new-password" /></Form.Item>
              <Form.Item
                name="again" label={words.invitation.again} dependencies={['password']}
                rules={[({ getFieldValue }) => ({ validator: (_, value) => (value === getFieldValue('password') ? Promise.resolve() : Promise.reject(new Error(words.invitation.mismatch))) })]}
              >
                <Input.Password autoComplete="new-password" />
              </Form.Item>
              <Button type="primary" htmlType="submit" block size="large" loading={choose.isPending}>{words.invitation.submit}</Button>
            </Form>
          </>
        )}
      </div>
    </main>
  );
}
