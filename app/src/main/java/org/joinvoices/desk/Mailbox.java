package org.joinvoices.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.util.Bytes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joinvoices.platform.crypto.Vault;

/**
 * An organizer's e-mail address, in lower case: no provider in use tells mailboxes apart by case.
 */
record Mailbox(String address) {

  private static final Pattern FORM =
      Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9-]+\\.)+[a-z]{2,63}");

  /** RFC 5321, 4.5.3.1: a path is at most 256 octets with its brackets. */
  private static final int LONGEST = 254;

  /** Empty if it is no address with a dotted domain. */
  static Optional<Mailbox> parse(String typed) {
    String address = typed.strip().toLowerCase(Locale.ROOT);
    return address.length() <= LONGEST && FORM.matcher(address).matches()
        ? Optional.of(new Mailbox(address))
        : Optional.empty();
  }

  /** By which it is found; without the key of the house nobody can test a guess. */
  Bytes hash(Vault vault) {
    return Bytes.copyFrom(vault.houseHash("desk mailbox", address.getBytes(UTF_8)));
  }

  @Override
  public String toString() {
    return "Mailbox[hidden]";
  }
}
