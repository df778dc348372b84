@NullMarked
package io.dbregistry.boot.command.before;

import org.jspecify.annotations.NullMarked;
