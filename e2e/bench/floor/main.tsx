// The least that a page of ours can be: React, Fluent's provider and table, TanStack Query, the same list. Whatever
// the console needs beyond this is its own doing.
import {
  FluentProvider,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  webLightTheme,
} from "@fluentui/react-components";
import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { createRoot } from "react-dom/client";
import { cellsOf, COLUMNS, isList, nameOf, type List } from "../list.ts";

async function fetchList(): Promise<List> {
  const response = await fetch("/list.json", { cache: "no-store" });
  const json: unknown = await response.json();
  if (!isList(json)) throw new Error("no list");
  return json;
}

function Backups() {
  const { data } = useQuery({ queryKey: ["list"], queryFn: fetchList, refetchInterval: 30_000 });
  return (
    <Table aria-label="Available backups">
      <TableHeader>
        <TableRow>
          {COLUMNS.map((column) => (
            <TableHeaderCell key={column}>{column}</TableHeaderCell>
          ))}
        </TableRow>
      </TableHeader>
      <TableBody>
        {data?.value.map((item) => (
          <TableRow key={nameOf(item)}>
            {cellsOf(item).map((text, column) => (
              <TableCell key={COLUMNS[column]}>{text}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient()}>
        <Backups />
      </QueryClientProvider>
    </FluentProvider>,
  );
}
