package org.joinvoices.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An instant with its offset, as commands take and print it. */
final class InstantConverter implements ITypeConverter<Instant> {

  @Override
  public Instant convert(String typed) {
    try {
      return ZonedDateTime.parse(typed.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + typed + "' is no instant with an offset, like 2021-01-20T12:30:00-05:00");
    }
  }
}
