package org.joinvoices.authors;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import org.joinvoices.action.ActionId;
import org.joinvoices.action.Actions;
import org.joinvoices.action.LetterText;
import org.joinvoices.platform.audit.Actor;
import org.joinvoices.platform.audit.AuditAct;
import org.joinvoices.platform.audit.AuditTrail;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What authors do by their link. Each act is checked, done and noted in one transaction, under the
 * name they go by at that moment; what is so already is done once and noted once.
 */
public final class AuthorsRoom {

  /** What came of an act. */
  public enum Outcome {
    DONE,
    /** The link is unknown, too old or ended. */
    LINK_UNKNOWN,
    /** Nobody has said yet under which name it is to be noted. */
    NAME_MISSING,
    /** The last hour has seen more than people do. */
    TOO_MANY,
    /** The words they read are not those of the letter any more, or never were. */
    TEXT_CHANGED,
    /** They asked for a pause before, in other words, and that waits. */
    PAUSE_WAITS
  }

  private final TransactionTemplate transaction;
  private final AuthorsLinks links;
  private final Actions actions;
  private final TextApprovals approvals;
  private final PauseRequests pauses;
  private final AuditTrail audit;

  public AuthorsRoom(
      DataSource dataSource,
      AuthorsLinks links,
      TextApprovals approvals,
      PauseRequests pauses,
      InstantSource machine) {
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    this.links = links;
    this.actions = new Actions(dataSource); // what is decided by is what is published now
    this.approvals = approvals;
    this.pauses = pauses;
    this.audit = new AuditTrail(dataSource, machine);
  }

  /** Sets the name under which acts are noted from now on; earlier ones keep theirs. */
  public Outcome name(String token, String name) {
    return locked(
        token,
        link -> {
          links.name(link, name);
          return Outcome.DONE;
        });
  }

  /**
   * Approves a text as it was read.
   *
   * @param wordsHash of what they read
   */
  public Outcome approve(String token, String language, String wordsHash) {
    return act(
        token,
        (action, authors) -> {
          Optional<LetterText> text = read(action, language, wordsHash);
          text.filter(read -> approvals.approve(action, read))
              .ifPresent(_ -> audit.append(authors, AuditAct.TEXT_APPROVED, action.value()));
          return text.isPresent() ? Outcome.DONE : Outcome.TEXT_CHANGED;
        });
  }

  /** Takes that back. */
  public Outcome takeBackApproval(String token, String language, String wordsHash) {
    return act(
        token,
        (action, authors) -> {
          Optional<LetterText> text = read(action, language, wordsHash);
          text.filter(read -> approvals.takeBack(action, read))
              .ifPresent(
                  _ -> audit.append(authors, AuditAct.TEXT_APPROVAL_WITHDRAWN, action.value()));
          return text.isPresent() ? Outcome.DONE : Outcome.TEXT_CHANGED;
        });
  }

  private Optional<LetterText> read(ActionId action, String language, String wordsHash) {
    return actions.get(action).letter().texts().stream()
        .filter(text -> text.language().equals(language) && text.wordsHash().equals(wordsHash))
        .findFirst();
  }

  /** Asks the organizers for a pause; while one waits there is no second. */
  public Outcome askForPause(String token, String reason) {
    return act(
        token,
        (action, authors) -> {
          if (pauses.ask(action, reason)) {
            audit.append(authors, AuditAct.PAUSE_ASKED, action.value());
            return Outcome.DONE;
          }
          return pauses.latest(action).filter(before -> before.reason().equals(reason)).isPresent()
              ? Outcome.DONE
              : Outcome.PAUSE_WAITS;
        });
  }

  /** Takes that back, as long as it waits. */
  public Outcome takeBackPause(String token) {
    return act(
        token,
        (action, authors) -> {
          if (pauses.takeBack(action)) {
            audit.append(authors, AuditAct.PAUSE_UNASKED, action.value());
          }
          return Outcome.DONE;
        });
  }

  private Outcome act(String token, BiFunction<ActionId, Actor, Outcome> what) {
    return locked(
        token,
        link ->
            link.name()
                .map(name -> what.apply(link.action(), new Actor.Authors(name)))
                .orElse(Outcome.NAME_MISSING));
  }

  private Outcome locked(String token, Function<AuthorsLink, Outcome> what) {
    return transaction.execute(
        _ ->
            links
                .lock(token)
                .map(link -> links.take(link) ? what.apply(link) : Outcome.TOO_MANY)
                .orElse(Outcome.LINK_UNKNOWN));
  }
}
