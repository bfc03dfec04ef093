package org.joinvoices.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joinvoices.action.Action;
import org.joinvoices.action.SampleFolders;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.mail.BothParts;
import org.joinvoices.platform.mail.Bounce;
import org.joinvoices.platform.mail.OutgoingMail;
import org.joinvoices.platform.mail.Posted;
import org.joinvoices.platform.switches.Switch;
import org.joinvoices.platform.switches.Switching;
import org.joinvoices.signing.ConfirmOutcome;
import org.joinvoices.signing.SampleForms;
import org.joinvoices.signing.SignForm;
import org.joinvoices.signing.SignOutcome;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SigningHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The book of a letter to a minister, who takes mail, and to Suharto, who gets it on paper. */
class BookMailsTest {

  private final SigningHouse house = new SigningHouse();
  private final Action action = SampleFolders.publishedMinister(house.database);
  private final Instant deadline = action.deadline().toInstant();
  private final BookWork work = new BookWork(house.database, house.clock);
  private final List<OutgoingMail> posted = new ArrayList<>();
  private final List<UUID> ids = new ArrayList<>();
  private final Deque<Posted> answers = new ArrayDeque<>();
  private final LaneStops stops = new LaneStops(house.database, this::machine);
  private final PetitionBooks books =
      new PetitionBooks(house.database, house.signatures, house.clock);
  private final BookFreezer freezer;
  private final BookMails mails;
  private Instant machine = deadline;
  private boolean dying;

  BookMailsTest(@TempDir Path home) {
    freezer = new BookFreezer(house.actions, books, home);
    mails =
        new BookMails(
            house.actions,
            new FrozenBooks(house.database),
            work,
            new BookMailStore(house.database, house.clock, this::machine),
            stops,
            new Pauses(house.database, this::machine),
            this::post,
            home,
            house.clock);
    sign("sam.testperson@mail.example");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void mailsNoBookWhileAllDeliveryIsPaused() {
    var switching = new Switching(house.database, this::machine);
    switching.pause(new Actor.CommandLine(), Switch.DELIVERY, Optional.empty());
    at(deadline.plusSeconds(10));
    run();
    assertThat(posted).isEmpty();

    switching.resume(new Actor.CommandLine(), Switch.DELIVERY);
    run();
    assertThat(posted).hasSize(1);
  }

  @Test
  void mailsTheFrozenBookOnceToWhoTakesMailAndLeavesTheRestToAPerson() {
    run();
    assertThat(states()).containsExactly("minister NOT_YET", "single NOT_YET");

    at(deadline.plusSeconds(10));
    run();
    run();

    assertThat(states()).containsExactly("minister MAILED", "single TO_HAND_OVER");
    assertThat(posted).hasSize(1);
    var mail = posted.getFirst();
    assertThat(mail.to()).isEqualTo("ministra@gobierno.example");
    assertThat(mail.subject()).isEqualTo("Please let the families cross the border");
    assertThat(mail.onBehalf().orElseThrow().replyTo()).isEqualTo("office@sample.example");
    assertThat(mail.attachments())
        .extracting(file -> file.fileName() + " " + file.mediaType())
        .contains("petition-book.pdf application/pdf")
        .noneMatch(file -> file.contains("csv"));
    assertThat(mail.text())
        .startsWith("Estimada Ministra:\n\n")
        .contains("Sample families", "its deadline: 1.", "March 21, 2021")
        .doesNotContain("Testperson");
    BothParts.sayTheSame(mail);
    assertThat(attempts()).containsExactly("accepted smtp 250");
  }

  @Test
  void marksAPrintedBookAsHandedOverOnceSomebodyRecordsIt() {
    at(deadline.plusSeconds(10));
    run();
    var draft =
        HandOverDraft.book(
            action.id(), BookPart.BOOK, "single", deadline, HandOverWay.BY_HAND, "Ruth", "Door");
    new HandOvers(house.database, house.vault, house.clock).record(draft, new Actor.CommandLine());

    assertThat(states()).containsExactly("minister MAILED", "single HANDED_OVER");
    assertThat(work.list(action.id()).get(1).at()).contains(deadline);
  }

  @Test
  void sendsTheSupplementTwoDaysLaterIfAnybodyIsInIt() {
    var late = signed("late.testperson@mail.example");
    at(deadline.plusSeconds(60));
    house.signing.confirm(late);
    run();
    at(deadline.plus(Duration.ofHours(48)).plusSeconds(10));
    run();

    assertThat(posted).hasSize(2);
    assertThat(posted.getLast().subject()).startsWith("Supplement: ");
    assertThat(states()).filteredOn(state -> state.endsWith("TO_HAND_OVER")).hasSize(2);
  }

  @Test
  void sendsNoSupplementOfNobody() {
    at(deadline.plus(Duration.ofHours(48)).plusSeconds(10));
    run();

    assertThat(posted).hasSize(1);
    assertThat(states()).hasSize(2);
  }

  @Test
  void neverSendsTwiceWhatMayHaveLeft() {
    at(deadline.plusSeconds(10));
    answers.add(new Posted.Unclear("smtp timeout"));
    run();
    pass(Duration.ofDays(1));
    run();

    assertThat(posted).hasSize(1);
    assertThat(states()).contains("minister MAIL_UNCLEAR");
    assertThat(attempts()).containsExactly("uncertain smtp timeout");
  }

  @Test
  void leavesToAPersonWhatAWorkerDiedOver() {
    at(deadline.plusSeconds(10));
    freezer.run();
    assertThatThrownBy(this::dieWhilePosting).hasMessage("died");

    run();
    assertThat(posted).as("its lease runs").isEmpty();
    pass(Duration.ofMinutes(16));
    run();
    assertThat(posted).isEmpty();
    assertThat(states()).contains("minister MAIL_UNCLEAR");
    assertThat(attempts()).containsExactly("uncertain interrupted");
  }

  private void dieWhilePosting() {
    dying = true;
    try {
      mails.run();
    } finally {
      dying = false;
    }
  }

  @Test
  void triesAgainWhatNobodyHasAndGivesUpWhatIsRefused() {
    at(deadline.plusSeconds(10));
    answers.add(new Posted.Away("smtp connect"));
    answers.add(new Posted.Refused("smtp 550 5.1.1"));
    run();
    run();
    assertThat(posted).hasSize(1);
    assertThat(states()).contains("minister MAIL_WAITS");

    pass(Duration.ofMinutes(2));
    run();
    assertThat(attempts()).containsExactly("unavailable smtp connect", "refused smtp 550 5.1.1");
    assertThat(states()).contains("minister TO_HAND_OVER");
    assertThat(work.list(action.id()).getFirst().reason()).contains("smtp 550 5.1.1");
  }

  @Test
  void putsABookThatCameBackOnTheWorklist() {
    at(deadline.plusSeconds(10));
    run();
    mails.bounced(new Bounce(ids.getFirst(), true, "5.1.1"));
    mails.bounced(new Bounce(UUID.randomUUID(), true, "5.1.1"));

    assertThat(states()).contains("minister TO_HAND_OVER");
    assertThat(attempts()).containsExactly("accepted smtp 250", "bounced 5.1.1");
  }

  @Test
  void sendsNothingWhileARestoreStoppedIt() {
    at(deadline.plusSeconds(10));
    stops.stop(Route.OFFICE_MAIL, LaneStops.RESTORED);
    run();
    assertThat(posted).isEmpty();

    stops.resume(Route.OFFICE_MAIL);
    run();
    assertThat(posted).hasSize(1);
  }

  @Test
  void surprisesNobodyWithAnOldBook() {
    at(deadline.plusSeconds(10));
    freezer.run();
    at(deadline.plus(Duration.ofDays(8)));
    run();

    assertThat(posted).isEmpty();
    assertThat(states()).contains("minister TO_HAND_OVER");
  }

  private void run() {
    freezer.run();
    mails.run();
  }

  private Posted post(UUID id, OutgoingMail mail) {
    if (dying) {
      throw new IllegalStateException("died");
    }
    ids.add(id);
    posted.add(mail);
    return answers.isEmpty() ? new Posted.Accepted() : answers.remove();
  }

  private void at(Instant civic) {
    house.advance(Duration.between(house.clock.instant(), civic));
  }

  private void pass(Duration by) {
    machine = machine.plus(by);
  }

  private Instant machine() {
    return machine;
  }

  private void sign(String email) {
    assertThat(house.signing.confirm(signed(email))).isInstanceOf(ConfirmOutcome.Confirmed.class);
  }

  private SignatureKey signed(String email) {
    var form = SampleForms.with(SampleForms.letter(), "email", email);
    var parsed = (SignForm.Parsed.Valid) SignForm.parse(form, action);
    return ((SignOutcome.Signed) house.signing.sign(parsed.request())).key();
  }

  /** Addressee and state; of the supplement only once it is frozen. */
  private List<String> states() {
    return work.list(action.id()).stream()
        .filter(task -> task.part() == BookPart.BOOK || task.state() != BookTask.State.NOT_YET)
        .map(task -> task.addressee().id() + " " + task.state())
        .toList();
  }

  private List<String> attempts() {
    return JdbcClient.create(house.database)
        .sql("SELECT result || ' ' || code FROM book_attempt ORDER BY part, attempt_no")
        .query(String.class)
        .list();
  }
}
