package org.joinvoices.accountability;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.delivery.Left;
import org.joinvoices.signing.CorrectOutcome;
import org.joinvoices.signing.Corrections;
import org.joinvoices.signing.Persons;
import org.joinvoices.signing.SignForm.FieldError;
import org.joinvoices.signing.SignForm.Parsed;
import org.joinvoices.signing.SignRequest;
import org.joinvoices.signing.SignatureKey;
import org.joinvoices.signing.SignatureView;
import org.joinvoices.signing.Signatures;
import org.joinvoices.signing.Typed;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts right what a signer typed, as long as nothing of it has left: no message in their name, and
 * no petition book with them in it. From then on an office has what it has, and a correction here
 * would only hide that.
 */
public final class OwnCorrections {

  /** What can be done about one person's signature now. */
  public sealed interface Standing {

    /**
     * It can be corrected.
     *
     * @param key of the signature that counts, among those of the person
     */
    record Open(SignatureKey key, SignatureView view, Typed held) implements Standing {}
  }

  /** What became of a form; only the first changes anything. */
  public sealed interface Answer {

    record Corrected() implements Answer {}

    /** Something in the form is to be mended. */
    record Faulty(Standing.Open open, Typed typed, List<FieldError> errors) implements Answer {
      public Faulty {
        errors = List.copyOf(errors);
      }
    }

    /** Somebody else stands in the way. */
    record Refused(Standing.Open open, Typed typed, Other other) implements Answer {}
  }

  /** Why somebody else stands in the way. */
  public enum Other {
    /** The other person of the mailbox has this name, and counts already. */
    COUNTED,
    /** Two people of one mailbox would live in two places. */
    HOUSEHOLD;

    /** As texts spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** It can no longer be corrected. */
  public record Late(Why why) implements Standing, Answer {}

  /** Why something can no longer be corrected. */
  public enum Why {
    /** A message in the signer's name has left. */
    MESSAGE,
    /** A petition book with them in it is made. */
    BOOK,
    /** The signature has ended, or all of it is erased. */
    ENDED;

    /** As texts spell it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String PRINT = "consent_own_words";

  private final Persons persons;
  private final Signatures signatures;
  private final Corrections corrections;
  private final Deliveries deliveries;
  private final TransactionTemplate transaction;

  public OwnCorrections(
      DataSource dataSource,
      Persons persons,
      Signatures signatures,
      Corrections corrections,
      Deliveries deliveries) {
    this.persons = persons;
    this.signatures = signatures;
    this.corrections = corrections;
    this.deliveries = deliveries;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Of the person behind this signature. */
  public Standing standing(SignatureKey key) {
    return persons.listSame(key).stream()
        .flatMap(one -> open(one).stream())
        .findFirst()
        .map(open -> late(deliveries.left(open.view())).<Standing>map(Late::new).orElse(open))
        .orElseGet(() -> new Late(Why.ENDED));
  }

  private Optional<Standing.Open> open(SignatureKey key) {
    return signatures
        .find(key)
        .flatMap(view -> corrections.held(key).map(held -> new Standing.Open(key, view, held)));
  }

  private static Optional<Why> late(Left left) {
    return switch (left) {
      case NOTHING -> Optional.empty();
      case MESSAGE -> Optional.of(Why.MESSAGE);
      case BOOK -> Optional.of(Why.BOOK);
    };
  }

  /** Corrects it by the form that its signer sent, or says why not. */
  public Answer correct(SignatureKey key, Map<String, List<String>> fields) {
    return switch (standing(key)) {
      case Late late -> late;
      case Standing.Open open -> correct(open, fields, true, () -> {});
    };
  }

  /**
   * The same for a signer who asked somebody. Nobody says yes for somebody else to having their
   * words printed.
   *
   * @param trail what is written of it in the same transaction, only where it is corrected
   */
  public Answer correctFor(SignatureKey key, Map<String, List<String>> fields, Runnable trail) {
    return switch (standing(key)) {
      case Late late -> late;
      case Standing.Open open -> correct(open, agreed(open, fields), false, trail);
    };
  }

  private static Map<String, List<String>> agreed(
      Standing.Open open, Map<String, List<String>> fields) {
    var agreed = new HashMap<>(fields);
    if (!open.held().isOn(PRINT)) {
      agreed.remove(PRINT);
    }
    return agreed;
  }

  private Answer correct(
      Standing.Open open, Map<String, List<String>> fields, boolean agreed, Runnable trail) {
    return switch (corrections.parse(open.key(), open.held(), fields)) {
      case Parsed.Invalid(var errors, var typed) -> new Answer.Faulty(open, typed, errors);
      case Parsed.Valid(var request, var typed) -> store(open, typed, request, agreed, trail);
    };
  }

  /** A worker that is about to post finds its message taken away. */
  private Answer store(
      Standing.Open open, Typed typed, SignRequest request, boolean agreed, Runnable trail) {
    if (request.act() != open.view().act()) { // the letter is sent to nobody any more
      return new Late(Why.MESSAGE);
    }
    var ready = corrections.prepare(open.key(), request, agreed);
    return transaction.execute(
        _ ->
            late(deliveries.keepBack(open.view()))
                .<Answer>map(Late::new)
                .orElseGet(() -> stored(open, typed, corrections.correct(ready), trail)));
  }

  private Answer stored(Standing.Open open, Typed typed, CorrectOutcome outcome, Runnable trail) {
    return switch (outcome) {
      case CorrectOutcome.Corrected() -> {
        deliveries.goOn(open.key());
        trail.run();
        yield new Answer.Corrected();
      }
      case CorrectOutcome.AlreadyCounted() -> new Answer.Refused(open, typed, Other.COUNTED);
      case CorrectOutcome.OtherHousehold() -> new Answer.Refused(open, typed, Other.HOUSEHOLD);
      case CorrectOutcome.Ended() -> new Late(Why.ENDED);
    };
  }
}
