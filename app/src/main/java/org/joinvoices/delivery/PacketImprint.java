package org.joinvoices.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import java.util.List;
import java.util.stream.Stream;
import org.joinvoices.action.ActionId;
import org.joinvoices.delivery.packet.PacketLetter;
import org.joinvoices.platform.crypto.Vault;

/**
 * What is kept of a letter on paper instead of the letter (D11), as {@link MessageImprint} is of a
 * message: so that what is printed again says what was printed first. The letter's number is not in
 * it, nor the office's address.
 */
final class PacketImprint {

  private static final String PURPOSE = "packet";

  /** In no part of a letter: forms refuse it. */
  private static final String BETWEEN = "\0";

  private final Vault vault;

  PacketImprint(Vault vault) {
    this.vault = vault;
  }

  Bytes of(ActionId action, PacketRow row, PacketLetter letter) {
    var said =
        Stream.of(
            List.of(row.code(), row.seat().value(), letter.replyWanted() ? "Y" : "N"),
            List.of(letter.name()),
            letter.address(),
            List.of(letter.email(), letter.phone(), letter.signed().toString()),
            List.of(letter.subject(), letter.statement(), letter.ownWords()));
    String parts = String.join(BETWEEN, said.flatMap(List::stream).toList());
    return Bytes.copyFrom(vault.keyedHash(action.value(), PURPOSE, parts.getBytes(UTF_8)));
  }
}
