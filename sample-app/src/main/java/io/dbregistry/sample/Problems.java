package io.dbregistry.sample;

import java.util.Map;
import java.util.TreeMap;

import io.dbregistry.database.DatabaseUnavailableException;
import io.dbregistry.model.NoSuchAttributeException;
import io.dbregistry.model.NoSuchModelException;
import io.dbregistry.query.NotFoundException;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers failures as problem details (RFC 9457); the base class does so for bad input.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		Map<String, @Nullable String> errors = new TreeMap<>();
		ex.getFieldErrors().forEach((error) -> errors.put(error.getField(), error.getDefaultMessage()));
		ex.getBody().setProperty("errors", errors);
		return super.handleMethodArgumentNotValid(ex, headers, status, request);
	}

	@ExceptionHandler
	ProblemDetail notFound(NotFoundException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"There is no %s with the key '%s'".formatted(ex.getModel(), ex.getKey().orElse("")));
	}

	@ExceptionHandler
	ProblemDetail noArchive(NoSuchModelException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail unknownOrder(NoSuchAttributeException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, ex.getMessage());
	}

	@ExceptionHandler
	ProblemDetail conflict(DataIntegrityViolationException ex) {
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				"The object contradicts what is stored: a value that must be unique exists, or a reference leads nowhere");
	}

	@ExceptionHandler({ DatabaseUnavailableException.class, DataAccessResourceFailureException.class })
	ProblemDetail unavailable(RuntimeException ex) {
		this.logger
			.warn("%s: %s".formatted(ex.getMessage(), NestedExceptionUtils.getMostSpecificCause(ex).getMessage()));
		return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"A database does not answer; try again");
	}

}
