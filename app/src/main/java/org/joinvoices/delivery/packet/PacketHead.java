package org.joinvoices.delivery.packet;

import java.time.LocalDate;
import java.util.List;
import org.joinvoices.action.Organization;
import org.joinvoices.action.Slug;
import org.joinvoices.districts.Seat;

/**
 * What every paper of a packet says of it.
 *
 * @param title of the action
 * @param office whom it is for
 * @param number of the packet at this office, from 1
 * @param letters as made; some may have been taken out since
 * @param made day in Washington
 * @param printed day in Washington
 */
public record PacketHead(
    Slug action,
    String title,
    Organization organization,
    Seat seat,
    PacketOffice office,
    int number,
    int letters,
    LocalDate made,
    LocalDate printed) {

  /**
   * Most letters in one part: printed on one side about as many sheets as a heavy stapler or a
   * one-inch ring binder takes (210 to 240).
   */
  public static final int LETTERS_PER_PART = 200;

  public int parts() {
    return (letters + LETTERS_PER_PART - 1) / LETTERS_PER_PART;
  }

  /** The number of a part's first letter. */
  public int first(int part) {
    return (part - 1) * LETTERS_PER_PART + 1;
  }

  /** The number of a part's last letter. */
  public int last(int part) {
    return Math.min(letters, part * LETTERS_PER_PART);
  }

  /** What the packet is called in words and on commands, for example {@code OH-11/3}. */
  public String name() {
    return seat.value() + "/" + number;
  }

  /** Its files in the order of handling: the parts, the labels, the sheet to sign. */
  public List<PacketPaper> papers() {
    return PacketPaper.all(this);
  }
}
