"""What the third statement of the rules speaks of."""

from __future__ import annotations

from bench.attended import ATTENDED
from bench.changed import CHANGED
from bench.placed import PLACED

#: The tables whose rows it speaks of.
TABLES = (
    "cases", "case_readers", "team_members", "consents", "detainees", "identities", "detainee_numbers", "aliases",
    "proceedings", "custody_stints", "locator_checks", "intakes", "case_contacts", "notes", "privileged_notes",
    "claims", "health", "hearings", "occasions", "advocacy_actions", "invitations", "assignments", "tasks", "notices",
    "wordings", "safety_plans", "further_cases",
    "memberships", "people", "contacts", "attorneys", "feeds", "audit_entries", "conflict_walls", "whereabouts",
    "legal_holds", "sweeps", "shifts", "date_checks", "identity_providers", "provider_identities",
    "push_subscriptions", "inbound_messages", "notice_plans",
    "arrest_reports", "report_contents", "report_cases", "operations", "family_members", "deadlines", *PLACED, *CHANGED,
    *ATTENDED,
    "bonds", "bond_steps", "bond_amounts", "bond_funds", "bond_grounds",
    "documents", "files", "file_pieces", "calls", "visits",
    "detainers", "incidents", "incident_follow_ups", "preparedness_ticks",
    "outcomes", "outcome_words", "told_quarters",
    "expected_courts", "habeas_filings", "supervisions", "check_ins",
    "decisions", "date_sources", "court_access_reports", "receipts",
)  # fmt: skip
#: What the database tells from their rows.
STORY = "case_story"
