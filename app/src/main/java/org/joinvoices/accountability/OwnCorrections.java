package org.joinvoices.accountability;

import java.util.Optional;
import javax.sql.DataSource;
import org.joinvoices.delivery.Deliveries;
import org.joinvoices.delivery.Left;
import org.joinvoices.signing.CorrectOutcome;
import org.joinvoices.signing.Corrections;
import org.joinvoices.signing.Persons;
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

    /** Something has left; never {@code NOTHING}. */
    record Gone(Left what) implements Standing {}

    /** The signature has ended, or all of it is erased. */
    record Ended() implements Standing {}
  }

  /** What became of a correction; only the first changes anything. */
  public enum Answer {
    CORRECTED,
    /** The other person of the mailbox has this name, and counts already. */
    ALREADY_COUNTED,
    /** Two people of one mailbox would live in two places. */
    OTHER_HOUSEHOLD,
    /** Something left meanwhile. */
    TOO_LATE;

    static Answer of(CorrectOutcome outcome) {
      return switch (outcome) {
        case CorrectOutcome.Corrected() -> CORRECTED;
        case CorrectOutcome.AlreadyCounted() -> ALREADY_COUNTED;
        case CorrectOutcome.OtherHousehold() -> OTHER_HOUSEHOLD;
        case CorrectOutcome.Ended() -> TOO_LATE;
      };
    }
  }

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
        .<Standing>map(
            open ->
                switch (deliveries.left(open.view())) {
                  case NOTHING -> open;
                  case MESSAGE -> new Standing.Gone(Left.MESSAGE);
                  case BOOK -> new Standing.Gone(Left.BOOK);
                })
        .orElseGet(Standing.Ended::new);
  }

  private Optional<Standing.Open> open(SignatureKey key) {
    return signatures
        .find(key)
        .flatMap(view -> corrections.held(key).map(held -> new Standing.Open(key, view, held)));
  }

  /**
   * Corrects it, or says why not; a worker that is about to post finds its message taken away.
   *
   * @param agreed whether the signer did it, and not somebody whom they asked
   */
  public Answer correct(Standing.Open open, SignRequest request, boolean agreed) {
    if (request.act() != open.view().act()) { // the letter is sent to nobody any more
      return Answer.TOO_LATE;
    }
    var ready = corrections.prepare(open.key(), request, agreed);
    return transaction.execute(
        _ ->
            deliveries.keepBack(open.view()) == Left.NOTHING
                ? stored(open.key(), corrections.correct(ready))
                : Answer.TOO_LATE);
  }

  private Answer stored(SignatureKey key, CorrectOutcome outcome) {
    if (outcome instanceof CorrectOutcome.Corrected) {
      deliveries.goOn(key);
    }
    return Answer.of(outcome);
  }
}
