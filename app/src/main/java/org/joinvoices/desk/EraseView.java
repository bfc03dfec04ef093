package org.joinvoices.desk;

import org.joinvoices.platform.retention.Retention;

/** What {@code desk/erase.jte} shows, and {@code desk/withdraw.jte}. */
public record EraseView(DeskFrame desk, Held held) {

  public long backupDays() {
    return Retention.BACKUPS.toDays();
  }

  @Override
  public String toString() {
    return "EraseView[hidden]";
  }
}
