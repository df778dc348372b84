@NullMarked
package io.dbregistry.boot.command.after;

import org.jspecify.annotations.NullMarked;
