package org.joinvoices.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.joinvoices.action.Action;
import org.joinvoices.action.Change;
import org.joinvoices.action.Publication.Accepted;
import org.joinvoices.action.Publication.LetterOutcome;
import org.joinvoices.action.SampleActions;
import org.junit.jupiter.api.Test;

class PublicationReportTest {

  private final Action action = SampleActions.letter();

  @Test
  void saysThatNothingChanges() {
    assertThat(PublicationReport.lines(new Accepted(action, LetterOutcome.UNCHANGED, List.of())))
        .containsExactly("sample-letter: nothing changes");
  }

  @Test
  void listsChangesAndTheRuleForResponses() {
    var changes =
        List.of(
            new Change("goal", "1000", "2000"),
            new Change("es.title", "", "Firme"),
            new Change("organization.website", "https://sample.example", ""));

    assertThat(PublicationReport.lines(new Accepted(action, LetterOutcome.UNCHANGED, changes)))
        .containsExactly(
            "sample-letter: letter version 1 stays",
            "  ~ goal: 1000 -> 2000",
            "  + es.title: Firme",
            "  - organization.website: https://sample.example",
            "Deadline: 20 January 2021, 12:00 America/New_York.",
            "A response is in time until the end of 30 April 2021: 100 calendar days, 20 January 2021"
                + " being day 0.");
  }
}
