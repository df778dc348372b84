@NullMarked
package io.dbregistry.boot.command.application;

import org.jspecify.annotations.NullMarked;
