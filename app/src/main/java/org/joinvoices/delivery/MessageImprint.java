package org.joinvoices.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.crypto.tink.util.Bytes;
import java.util.List;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.cwc.CwcMessage;
import org.joinvoices.platform.crypto.Vault;

/**
 * What is kept of a message instead of the message (D11): a keyed hash of everything in it that is
 * the person's or is said in the person's name. The date, the agent, the organization and the
 * topics may differ when the same message is posted again. Keyed, because names and addresses can
 * be guessed and what stands around them in the database is no secret.
 */
final class MessageImprint {

  private static final String PURPOSE = "message";

  /** In no part of a message: forms refuse it, and XML cannot carry it. */
  private static final String BETWEEN = "\0";

  private final Vault vault;

  MessageImprint(Vault vault) {
    this.vault = vault;
  }

  Bytes of(ActionId action, CwcMessage message) {
    var person = message.constituent();
    var said = message.message();
    List<String> parts =
        List.of(
            message.delivery().id(),
            message.recipient().office().value(),
            message.recipient().responseRequested() ? "Y" : "N",
            person.prefix(),
            // as it has always been composed: a single name stands in both places
            person.firstName().isEmpty() ? person.lastName() : person.firstName(),
            person.lastName(),
            person.address1(),
            person.address2(),
            person.city(),
            person.state(),
            person.zip(),
            person.phone(),
            person.email(),
            said.subject(),
            said.statement(),
            said.ownWords());
    return hash(action, String.join(BETWEEN, parts) + position(said));
  }

  /** The same of a message that is no CWC message: of all it says, in this order. */
  Bytes of(ActionId action, List<String> parts) {
    return hash(action, String.join(BETWEEN, parts));
  }

  private Bytes hash(ActionId action, String said) {
    return Bytes.copyFrom(vault.keyedHash(action.value(), PURPOSE, said.getBytes(UTF_8)));
  }

  /** Nothing for a letter about no bill, whose imprints are as they were before there were any. */
  private static String position(CwcMessage.Message said) {
    return said.bills().stream()
            .map(bill -> BETWEEN + bill.congress() + " " + bill.type() + " " + bill.number())
            .collect(joining())
        + said.stance().map(stance -> BETWEEN + stance.word()).orElse("");
  }
}
