;; Rows of 16-bit numbers times columns of bytes, in 32-bit sums: what an encoder spends its time on.
;; Columns lie one after the other. Rows come in fours and inputs in eights, so that a load of eight
;; weights serves four tokens. scripts/encoder.mjs translates this into multiply.wasm.
(module
  (memory (export "memory") 1)

  (func $sum (param $v v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $v)) (i32x4.extract_lane 1 (local.get $v)))
      (i32.add (i32x4.extract_lane 2 (local.get $v)) (i32x4.extract_lane 3 (local.get $v)))))

  (func (export "multiply")
    (param $rows i32) (param $columns i32) (param $sums i32)
    (param $rowCount i32) (param $size i32) (param $columnCount i32)
    (local $row i32) (local $column i32) (local $left i32) (local $bytes i32)
    (local $from i32) (local $weight i32) (local $at i32) (local $weights v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128)
    (local.set $bytes (i32.shl (local.get $size) (i32.const 1)))
    (loop $eachColumn
      (local.set $row (i32.const 0))
      (loop $eachFourRows
        (local.set $from (i32.add (local.get $rows) (i32.mul (local.get $row) (local.get $bytes))))
        (local.set $weight (i32.add (local.get $columns) (i32.mul (local.get $column) (local.get $size))))
        (local.set $left (local.get $size))
        (local.set $a (v128.const i32x4 0 0 0 0))
        (local.set $b (v128.const i32x4 0 0 0 0))
        (local.set $c (v128.const i32x4 0 0 0 0))
        (local.set $d (v128.const i32x4 0 0 0 0))
        (loop $eachEight
          (local.set $weights (v128.load8x8_s (local.get $weight)))
          (local.set $at (local.get $from))
          (local.set $a (i32x4.add (local.get $a)
            (i32x4.dot_i16x8_s (local.get $weights) (v128.load (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (local.get $bytes)))
          (local.set $b (i32x4.add (local.get $b)
            (i32x4.dot_i16x8_s (local.get $weights) (v128.load (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (local.get $bytes)))
          (local.set $c (i32x4.add (local.get $c)
            (i32x4.dot_i16x8_s (local.get $weights) (v128.load (local.get $at)))))
          (local.set $at (i32.add (local.get $at) (local.get $bytes)))
          (local.set $d (i32x4.add (local.get $d)
            (i32x4.dot_i16x8_s (local.get $weights) (v128.load (local.get $at)))))
          (local.set $from (i32.add (local.get $from) (i32.const 16)))
          (local.set $weight (i32.add (local.get $weight) (i32.const 8)))
          (br_if $eachEight (local.tee $left (i32.sub (local.get $left) (i32.const 8)))))
        (local.set $bytes (i32.shl (local.get $columnCount) (i32.const 2)))
        (local.set $at (i32.add (local.get $sums) (i32.add
          (i32.mul (local.get $row) (local.get $bytes)) (i32.shl (local.get $column) (i32.const 2)))))
        (i32.store (local.get $at) (call $sum (local.get $a)))
        (local.set $at (i32.add (local.get $at) (local.get $bytes)))
        (i32.store (local.get $at) (call $sum (local.get $b)))
        (local.set $at (i32.add (local.get $at) (local.get $bytes)))
        (i32.store (local.get $at) (call $sum (local.get $c)))
        (local.set $at (i32.add (local.get $at) (local.get $bytes)))
        (i32.store (local.get $at) (call $sum (local.get $d)))
        (local.set $bytes (i32.shl (local.get $size) (i32.const 1)))
        (br_if $eachFourRows (i32.lt_s
          (local.tee $row (i32.add (local.get $row) (i32.const 4))) (local.get $rowCount))))
      (br_if $eachColumn (i32.lt_s
        (local.tee $column (i32.add (local.get $column) (i32.const 1))) (local.get $columnCount))))))
