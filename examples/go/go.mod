module examples

go 1.19

require wv2interrupt v0.0.0

replace wv2interrupt => ../../target/wv2interrupt-go
