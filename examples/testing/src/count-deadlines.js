/** Code of a host's own: how many deadlines the company has, for a badge in the menu. Null when nobody knows. */
export async function countDeadlines(backendUrl, token) {
  const response = await fetch(`${backendUrl}/activities?type=frist&size=1`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!response.ok) return null;
  const { totalElements } = await response.json();
  return totalElements;
}
