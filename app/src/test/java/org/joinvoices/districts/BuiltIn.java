package org.joinvoices.districts;

/** What ships with the server, read once for all tests of a process: each time takes a second. */
public final class BuiltIn {

  public static final Districts DISTRICTS = Districts.builtIn();

  /** The release that {@link #DISTRICTS} answers from. */
  static final Release RELEASE = DISTRICTS.data();

  private BuiltIn() {}
}
