/**
 * Commands: an application that is started to work on its migrations, and ends. May
 * import the core module and {@code io.dbregistry.boot.startup}.
 */
@NullMarked
package io.dbregistry.boot.command;

import org.jspecify.annotations.NullMarked;
