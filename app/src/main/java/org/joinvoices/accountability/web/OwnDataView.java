package org.joinvoices.accountability.web;

import org.joinvoices.platform.retention.Retention;
import org.joinvoices.platform.web.Frame;

/**
 * The page of a link to the own data.
 *
 * @param signatures of the same person in the same letter
 * @param corrected whether something was put right just now
 */
public record OwnDataView(
    Frame frame, Receipt receipt, String token, int signatures, boolean corrected) {

  public String path() {
    return "/data/" + token;
  }

  public long backupDays() {
    return Retention.BACKUPS.toDays();
  }

  @Override
  public String toString() {
    return "OwnDataView[hidden]";
  }
}
