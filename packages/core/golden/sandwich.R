# Covariance matrices by R's sandwich, for robust.py: problems as JSON on standard input, matrices as JSON out.
suppressPackageStartupMessages({ library(sandwich); library(jsonlite) })

solve_one <- function(problem) {
  y <- unlist(problem$y)
  x <- do.call(cbind, lapply(problem$x, unlist))
  fit <- lm(y ~ x)
  plain <- function(m) unname(m)
  hc <- lapply(c(HC0 = "HC0", HC1 = "HC1", HC2 = "HC2", HC3 = "HC3"), function(type) plain(vcovHC(fit, type = type)))
  hac <- lapply(unlist(problem$lags), function(lag) {
    list(
      lags = lag,
      plain = plain(NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = FALSE)),
      adjusted = plain(NeweyWest(fit, lag = lag, prewhite = FALSE, adjust = TRUE))
    )
  })
  list(HC = hc, HAC = hac)
}

problems <- fromJSON(paste(readLines(file("stdin"), warn = FALSE), collapse = ""), simplifyVector = FALSE)
versions <- list(R = R.version.string, sandwich = as.character(packageVersion("sandwich")))
cat(toJSON(list(versions = versions, cases = lapply(problems, solve_one)), digits = 17, auto_unbox = TRUE))
