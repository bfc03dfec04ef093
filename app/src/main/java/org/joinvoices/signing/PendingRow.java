package org.joinvoices.signing;

import com.google.crypto.tink.util.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joinvoices.districts.Match;
import org.joinvoices.districts.Seat;

/** A signature ready to be stored: sealed, hashed, matched. */
record PendingRow(
    SignatureKey key,
    SignRequest request,
    Match match,
    Fingerprints.Of prints,
    Bytes contact,
    Optional<Bytes> ownWords,
    List<ConsentGiven> consents,
    Set<Flag> flags,
    Instant at) {

  PendingRow {
    consents = List.copyOf(consents);
    flags = Set.copyOf(flags);
  }

  /** In PostgreSQL's form; seats need no quoting. */
  String seats() {
    return StoredMatch.of(match).seats().stream()
        .map(Seat::value)
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** In PostgreSQL's form, in the order of their words; they need no quoting. */
  String flagWords() {
    return flags.stream().map(Flag::word).sorted().collect(Collectors.joining(",", "{", "}"));
  }

  private boolean inUnitedStates() {
    return request.address().country().equals("US");
  }

  /** In clear only where it is one of a fixed list. */
  String region() {
    return inUnitedStates() ? request.address().region() : "";
  }

  String zip3() {
    String code = request.address().postalCode();
    return inUnitedStates() && code.length() >= 3 ? code.substring(0, 3) : "";
  }

  @Override
  public String toString() {
    return "PendingRow[" + key.signature() + "]";
  }
}
