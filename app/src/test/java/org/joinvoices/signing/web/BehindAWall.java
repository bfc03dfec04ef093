package org.joinvoices.signing.web;

/** Public to Java, closed by rule. */
public record BehindAWall() {}
