/set mode modeq normal -quiet
/set prompt modeq "PROMPT" "MORE"
/set truncation modeq 100000
/set feedback modeq
/set mode modeq -retain
/set feedback -retain modeq
/exit
